package muster.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import muster.plan.Question;

/// Reads questions that must be answered by name: items under a heading or label about questions that end with a
/// question mark.
final class Questions {
    private Questions() {}

    static List<Question> extract(Reading reading) {
        List<Question> questions = new ArrayList<>();
        Stream<Entry> entries = reading.document().entries().filter(Questions::isAsked);
        entries.forEach(entry -> {
            int number = questions.size() + 1;
            String text = entry.text().plain();
            questions.add(new Question(
                    reading.item("question", number + "-" + Phrases.brief(text, 48)),
                    number,
                    text,
                    reading.at(entry.line())));
        });
        return questions;
    }

    private static boolean isAsked(Entry entry) {
        boolean underQuestions =
                entry.section().topic() == Topic.QUESTIONS || Topic.named(entry.under()) == Topic.QUESTIONS;
        return underQuestions && entry.text().plain().endsWith("?");
    }
}
