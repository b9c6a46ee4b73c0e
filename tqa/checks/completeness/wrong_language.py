"""A segment in neither Chinese nor English."""

from __future__ import annotations

from collections.abc import Iterator

from tqa.analysis.analysis import Analysis
from tqa.model import Finding
from tqa.rule.kinds import DocumentRule, example
from tqa.text.languages import LEAST, foreign_script, foreign_words, is_english_at_a_glance
from tqa.text.positions import trimmed


class WrongLanguage(DocumentRule):
    """A segment of the translation is in another language than English.

    Why: a multilingual model that loses its way goes on in Japanese, Indonesian or French.
    Limits: names, addresses, titles and other short lines (under 50 letters) in Latin letters are silent; so is a segment that
    quotes a foreign sentence among English ones. What is still Chinese is untranslated-segment.
    Measured: no finding on 146 human translations of news (63,000 words).
    """

    mqm = "accuracy/mistranslation"
    yields_to = ("mojibake", "untranslated-segment")

    examples = (
        example("Li Wei, Wang Fang, Zhang Min, Liu Yang, Chen Jie, Yang Jun, Zhao Lei and Huang Qiang"),
        example("Universidad Nacional Autónoma de México, Ciudad Universitaria, Coyoacán"),
        example("La vie en rose"),
        example("“Je ne regrette rien de ma vie”, she sang, and the hall rose to its feet."),
        example("Beijing, Shanghai, Guangzhou, Shenzhen, Chengdu, Hangzhou, Wuhan, Xi’an, Suzhou, Tianjin"),
        example("Revenue: 5.2bn yuan; profit: 310m yuan; staff: 4,200; founded: 1958; seat: Wuhan; stock code: 600006"),
        example("当地居民表示满意。"),
        example("Prices rose 5% in May; sales fell 3% year-on-year; exports grew fast; imports held steady"),
        example("The word привет means hello."),
        example("⟦Мэр города открыл новый мост в понедельник.⟧"),
        example("⟦市長は月曜日に新しい橋を開通させました。⟧"),
        example("⟦시장은 월요일에 새 다리를 개통했다.⟧"),
        example("⟦Le maire de la ville a inauguré lundi le nouveau pont sur le fleuve, qui relie les deux rives depuis cette semaine.⟧"),
        example(["The mayor spoke.", "⟦Wali kota telah membuka jembatan baru yang menghubungkan dua tepi sungai itu pada hari Senin.⟧"]),
    )

    def check(self, facts: Analysis) -> Iterator[Finding]:
        article = facts.article
        for number in [number for number, segment in enumerate(article.segments) if not is_english_at_a_glance(segment.text)]:
            segment = article.segments[number]
            if len(segment.text) < LEAST and segment.text.isascii():
                continue
            # Not segment.text: furniture inside a line reads as spaces here.
            line = article.between((number, number + 1))
            language = foreign_script(line) or foreign_words(line)
            if language:
                span = trimmed(line)
                yield self.finding(segment, span, "the segment is neither English nor Chinese; it looks {language}", language=language)
