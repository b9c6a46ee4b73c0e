"""The rules, one file each: checks/<group>/<rule>.py."""
