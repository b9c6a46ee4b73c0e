"""Makes tqa/data/countries.tsv: countries in Chinese and English, and what their people and things are called.

    pip install babel && python -m tests.tables.countries > tqa/data/countries.tsv

Chinese and English names are CLDR's, as the Babel package carries them (licence Unicode-3.0). What CLDR does not say stands in ALSO and
PEOPLE below: short and other names, and the words for people, all common facts of English and Chinese.
"""

from __future__ import annotations

import importlib
from typing import Any

from tqa.text.english import word_set

HEAD = """\
# Countries and regions: their Chinese names (simplified, traditional, short), English names, and words for their people and things.
# Source: territory names of Unicode CLDR. Copyright Unicode, Inc., licence Unicode-3.0 (https://www.unicode.org/license.txt).
# Short and other names and the last column are added by hand. Made by tests/tables/countries.py; do not edit by hand.
code\tsource\tenglish\tpeople"""

LEFT_OUT = word_set("AQ BV CP CQ DG EA EU EZ HM IO QO SJ TF UM UN XA XB ZZ TA BQ")
"""No countries, or nobody lives there."""

# code, further Chinese names, further English names.
ALSO = """
AE 阿联酋 UAE|Emirates
AG 安提瓜 Antigua and Barbuda
AU 澳洲|澳大利亞 -
BA 波黑|波斯尼亚 Bosnia and Herzegovina|Bosnia-Herzegovina|Bosnia|BiH
BD 孟加拉国|孟加拉 -
BN 文莱达鲁萨兰国 Brunei Darussalam
BY - Belorussia
CD 刚果民主共和国|民主刚果|刚果(金) Democratic Republic of the Congo|Democratic Republic of Congo|DR Congo|DRC|Congo (Kinshasa)|Congo-Kinshasa
CF 中非 -
CG 刚果共和国|刚果(布) Republic of the Congo|Republic of Congo|Congo (Brazzaville)|Congo-Brazzaville|Congo
CI 象牙海岸 Cote d'Ivoire|Côte d'Ivoire|Cote d’Ivoire|Ivory Coast
CN 我国|中方|中华人民共和国 PRC|Chinese mainland|Chinese Mainland
CV - Cabo Verde
CZ 捷克共和国 Czech Republic
DO 多米尼加 -
EG - Arab Republic of Egypt
GB 英|联合王国|大不列颠 UK|U.K.|Britain|Great Britain|England
GR 希臘 -
GW - Guinea Bissau
HK 香港|中国香港|港 Hong Kong|HK|Hong Kong SAR|HKSAR
ID 印尼|印度尼西亞 -
IE - Republic of Ireland
IR 伊朗伊斯兰共和国 Islamic Republic of Iran
IT 意大利 -
JP 日|日方 -
KG 吉尔吉斯 Kirghizstan|Kyrgyz Republic
KN - Saint Kitts and Nevis|St Kitts and Nevis
KP 北朝鲜|朝 DPRK|D.P.R.K.|Democratic People's Republic of Korea|Democratic People’s Republic of Korea
KR 大韩民国|南韩 Republic of Korea|ROK|R.O.K.|S. Korea|Korea
KZ 哈萨克|哈国 -
LA 寮国 Lao|Lao PDR
LC - Saint Lucia|St Lucia
MK 马其顿 Macedonia|FYROM
MM - Myanmar|Burma
MN 蒙古国 -
MO 澳门|澳門|中国澳门 Macao|Macau|Macao SAR|Macau SAR
NL 荷兰王国 the Netherlands|Holland
NZ 新西兰|紐西蘭 -
PG 巴新 PNG
PS 巴勒斯坦 Palestine|Palestinian territory|Palestinian Authority
QA - -
RS - -
RU 俄|俄国|俄方|俄联邦 Russian Federation
SA 沙特 Saudi|KSA|Kingdom of Saudi Arabia
SG 星加坡 -
ST - Sao Tome and Principe|São Tomé and Príncipe
SY - Syrian Arab Republic
SZ - Swaziland
TL - East Timor
TR 土 Turkey|Turkiye
TT 特多 Trinidad and Tobago
TW 台灣|臺灣|中国台湾 Chinese Taipei|Chinese Taiwan
TZ 坦桑 -
US 美|美方|美利坚合众国|美利坚 US|U.S.|USA|U.S.A.|America|United States of America|the States
UZ 乌兹别克 -
VA 梵蒂冈城国|教廷 Vatican|Holy See
VC - Saint Vincent and the Grenadines|St. Vincent and the Grenadines
VN - Viet Nam
ZA - RSA
"""

# code, adjectives and words for people (the word for one person where it is another word).
PEOPLE = """
AD Andorran
AE Emirati
AF Afghan|Afghani
AG Antiguan|Barbudan
AL Albanian
AM Armenian
AO Angolan
AR Argentine|Argentinian|Argentinean
AT Austrian
AU Australian|Aussie
AZ Azerbaijani|Azeri
BA Bosnian|Bosniak
BB Barbadian|Bajan
BD Bangladeshi
BE Belgian
BF Burkinabe|Burkinabé
BG Bulgarian
BH Bahraini
BI Burundian
BJ Beninese
BN Bruneian
BO Bolivian
BR Brazilian
BS Bahamian
BT Bhutanese
BW Botswanan|Motswana|Batswana
BY Belarusian|Belarussian|Byelorussian
BZ Belizean
CA Canadian
CD Congolese
CF Central African
CG Congolese
CH Swiss
CI Ivorian|Ivoirian
CL Chilean
CM Cameroonian
CN Chinese|Sino
CO Colombian
CR Costa Rican
CU Cuban
CV Cape Verdean|Cabo Verdean
CY Cypriot
CZ Czech
DE German
DJ Djiboutian
DK Danish|Dane
DM Dominican
DO Dominican
DZ Algerian
EC Ecuadorian|Ecuadorean
EE Estonian
EG Egyptian
EH Sahrawi
ER Eritrean
ES Spanish|Spaniard
ET Ethiopian
FI Finnish|Finn
FJ Fijian
FM Micronesian
FR French|Frenchman|Frenchwoman
GA Gabonese
GB British|Briton|English|Scottish|Welsh|Anglo
GD Grenadian
GE Georgian
GH Ghanaian
GL Greenlandic|Greenlander
GM Gambian
GN Guinean
GQ Equatoguinean|Equatorial Guinean
GR Greek|Hellenic
GT Guatemalan
GW Bissau-Guinean
GY Guyanese
HK Hongkonger|Hong Konger
HN Honduran
HR Croatian|Croat
HT Haitian
HU Hungarian
ID Indonesian
IE Irish
IL Israeli
IN Indian|Indo
IQ Iraqi
IR Iranian|Persian
IS Icelandic|Icelander
IT Italian
JM Jamaican
JO Jordanian
JP Japanese
KE Kenyan
KG Kyrgyz|Kirghiz|Kyrgyzstani
KH Cambodian|Khmer
KI I-Kiribati|Kiribatian
KM Comorian
KP North Korean|Korean
KR South Korean|Korean
KW Kuwaiti
KZ Kazakh|Kazakhstani
LA Lao|Laotian
LB Lebanese
LC Saint Lucian
LI Liechtensteiner
LK Sri Lankan
LR Liberian
LS Basotho|Mosotho
LT Lithuanian
LU Luxembourgish|Luxembourger
LV Latvian
LY Libyan
MA Moroccan
MC Monegasque
MD Moldovan
ME Montenegrin
MG Malagasy|Madagascan
MH Marshallese
MK Macedonian|North Macedonian
ML Malian
MM Burmese|Myanma
MN Mongolian|Mongol
MO Macanese
MR Mauritanian
MT Maltese
MU Mauritian
MV Maldivian
MW Malawian
MX Mexican
MY Malaysian|Malay
MZ Mozambican
NA Namibian
NE Nigerien
NG Nigerian
NI Nicaraguan
NL Dutch|Dutchman|Dutchwoman
NO Norwegian
NP Nepali|Nepalese
NR Nauruan
NZ New Zealander|Kiwi
OM Omani
PA Panamanian
PE Peruvian
PG Papua New Guinean|Papuan
PH Philippine|Filipino|Filipina
PK Pakistani
PL Polish|Pole
PR Puerto Rican
PS Palestinian
PT Portuguese
PW Palauan
PY Paraguayan
QA Qatari
RO Romanian
RS Serbian|Serb
RU Russian|Russo
RW Rwandan
SA Saudi|Saudi Arabian
SB Solomon Islander
SC Seychellois
SD Sudanese
SE Swedish|Swede
SG Singaporean
SI Slovenian|Slovene
SK Slovak|Slovakian
SL Sierra Leonean
SM Sammarinese
SN Senegalese
SO Somali|Somalian
SR Surinamese
SS South Sudanese
SV Salvadoran|Salvadorean
SY Syrian
SZ Swazi
TD Chadian
TG Togolese
TH Thai
TJ Tajik|Tajikistani
TL Timorese|East Timorese
TM Turkmen
TN Tunisian
TO Tongan
TR Turkish|Turk
TT Trinidadian|Tobagonian
TV Tuvaluan
TW Taiwanese
TZ Tanzanian
UA Ukrainian
UG Ugandan
US American|Yankee
UY Uruguayan
UZ Uzbek|Uzbekistani
VA Papal|Vatican
VC Vincentian
VE Venezuelan
VN Vietnamese
VU Vanuatuan|ni-Vanuatu
WS Samoan
XK Kosovar|Kosovan
YE Yemeni
ZA South African
ZM Zambian
ZW Zimbabwean
"""


def main() -> None:
    """Print the table."""
    locale: Any = importlib.import_module("babel").Locale
    simplified, traditional, english = locale("zh").territories, locale("zh", script="Hant").territories, locale("en").territories
    also = {row.split()[0]: row.split(" ", 2)[1:] for row in ALSO.strip().split("\n")}
    people = dict(row.split(" ", 1) for row in PEOPLE.strip().split("\n"))
    print(HEAD)
    for code in sorted(english):
        if len(code) != 2 or not code.isalpha() or code in LEFT_OUT:
            continue
        chinese, other = ([] if cell == "-" else cell.split("|") for cell in also.get(code, ("-", "-")))
        # One character may be half of any word: 美 (America) in 美丽 (beautiful). It is left to whoever knows word borders.
        named = [name for name in (simplified[code], traditional[code], *chinese) if len(name) > 1]
        names = [name for name in (english[code].replace(" & ", " and "), *other) if "(" not in name or name.startswith("Congo")]
        print(code, "|".join(dict.fromkeys(named)), "|".join(dict.fromkeys(names)), people.get(code, ""), sep="\t")


if __name__ == "__main__":
    main()
