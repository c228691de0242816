#include "common/config/edit/inverse.h"

#include <random>

#include <QtTest>

#include "common/config/edit/apply_edits.h"

using namespace twinhelm;
using config::applyEdits;
using config::edit::inverse;

class TestInverse : public QObject
{
    Q_OBJECT

private slots:
    void inAnyOrder()
    {
        const std::string text = "0123456789";
        const std::vector<TextEdit> edits{{{0, 7, 8}, "seven"}, {{0, 0, 0}, ">"}, {{0, 2, 5}, ""}, {{0, 10, 10}, "<"}};
        const auto after = applyEdits(text, edits);
        QCOMPARE(after, std::string(">0156seven89<"));
        QCOMPARE(applyEdits(after, inverse(text, edits)), text);
        QCOMPARE(applyEdits(text, inverse(after, inverse(text, edits))), after);
    }

    void anyEditsAtAll()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 2000; ++round) {
            std::string text(random() % 40, 'a');
            for (auto &c : text)
                c = static_cast<char>('a' + random() % 26);
            std::vector<TextEdit> edits;
            for (std::uint32_t at = 0; at < text.size();) {
                const auto begin = at + static_cast<std::uint32_t>(random() % 5);
                const auto end = begin + static_cast<std::uint32_t>(random() % 4); // may lie beyond the text
                edits.push_back({{0, begin, end}, std::string(random() % 4, 'X')});
                at = end + 1;
            }
            QCOMPARE(applyEdits(applyEdits(text, edits), inverse(text, edits)), text);
        }
    }
};

QTEST_APPLESS_MAIN(TestInverse)
#include "tst_inverse.moc"
