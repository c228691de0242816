#include <QElapsedTimer>
#include <QtTest>

#include "common/health/pattern.h"

using namespace twinhelm::health;

namespace
{

using Found = PatternSearch::Found;

Regex regexOf(const char *pattern, std::vector<std::string> options = {})
{
    Regex out;
    out.pattern = pattern;
    out.options = std::move(options);
    return out;
}

PatternSearch searchIn(const Regex &regex, std::string_view text, std::size_t size)
{
    auto pattern = Pattern::compile(regex);
    if (!pattern)
        qFatal("pattern: %s", pattern.error().text.c_str());
    PatternSearch search(*pattern, regex);
    while (!text.empty()) {
        search.feed(text.substr(0, size));
        text.remove_prefix(std::min(size, text.size()));
    }
    search.end();
    return search;
}

} // namespace

class TestPattern : public QObject
{
    Q_OBJECT

private slots:
    void finds_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("least");
        QTest::addColumn<int>("most");
        QTest::addColumn<int>("at"); // -1: not found
        const auto row = [](const char *name, const char *pattern, const char *text, int at, QStringList options = {},
                            int least = -1, int most = -1) {
            QTest::newRow(name) << pattern << options << QString::fromUtf8(text) << least << most << at;
        };
        row("plain", "OK", "status: OK.", 8);
        row("absent", "OK", "status: failed", -1);
        row("empty page", "OK", "", -1);
        row("empty pattern", "", "", 0);
        row("at the end", "OK$", "status: OK", 8);
        row("at the beginning", "^status", "status: OK", 0);
        row("only at the beginning", "^OK", "status: OK", -1);
        row("lines", "^OK$", "status\nOK\nrest", 7, {"multiline"});
        row("no lines", "^OK$", "status\nOK\nrest", -1);
        row("any case", "ok", "Status: OK", 8, {"caseless"});
        row("over newlines", "begin.*end", "begin\n\nend", 0, {"dotall"});
        row("looks behind", "(?<=status: )OK", "my status: OK", 11);
        row("looks behind, and does not find", "(?<!status: )OK", "my status: OK", -1);
        row("word", "\\bOK\\b", "NOK OKAY OK", 9);
        row("characters", "(?<=ä)ö$", "xäö", 3, {"utf"});
        row("offset", "a", "a..a..a", 3, {}, 1);
        row("offset reached exactly", "a", "a..a..a", 3, {}, 3);
        row("offset beyond the page", "a", "a..a..a", -1, {}, 100);
        row("most offset", "b", "a..b", 3, {}, -1, 3);
        row("beyond the most offset", "b", "a..b", -1, {}, -1, 2);
        row("the first match counts", "b", "a..b.b", -1, {}, 4, 4);
        row("offsets that exclude each other are ignored", "a", "a..b", 0, {}, 3, 2);
        row("between", "b", "b..b.b", 3, {}, 1, 3);
    }
    /// However the page is cut, the finding is the same.
    void finds()
    {
        QFETCH(QString, pattern);
        QFETCH(QStringList, options);
        QFETCH(QString, text);
        QFETCH(int, least);
        QFETCH(int, most);
        QFETCH(int, at);
        auto regex = regexOf(qPrintable(pattern));
        regex.pattern = pattern.toStdString();
        for (const auto &option : options)
            regex.options.push_back(option.toStdString());
        if (least >= 0)
            regex.leastOffset = std::size_t(least);
        if (most >= 0)
            regex.mostOffset = std::size_t(most);
        const auto bytes = text.toStdString();
        for (const std::size_t size : {std::size_t{1}, std::size_t{2}, std::size_t{5}, std::size_t{4096}}) {
            const auto search = searchIn(regex, bytes, size);
            QCOMPARE(int(search.found()), int(at >= 0 ? Found::Yes : Found::No));
            if (at >= 0)
                QCOMPARE(search.offset(), std::size_t(at));
        }
    }

    void longPagesAreNotKept()
    {
        const auto regex = regexOf("needle[0-9]+;");
        std::string page(1'000'000, 'x');
        page += "needle42;";
        page.append(1'000'000, 'y');
        const auto search = searchIn(regex, page, 4096);
        QCOMPARE(int(search.found()), int(Found::Yes));
        QCOMPARE(search.offset(), std::size_t{1'000'000});
    }

    /// A match that goes on for ever is given up, and so is one that tries for ever: each piece within 10 ms, and ten
    /// times that on a busy machine.
    void givesUp_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<int>("size");
        QTest::newRow("nested repetitions") << "^(a+)+$" << 4096;
        QTest::newRow("alternatives") << "(x+x+)+y" << 4096;
        QTest::newRow("no end") << "(?s)begin.*end" << 4096;
        QTest::newRow("recursion") << "^(((a|b)*c?)*d?)*e" << 4096;
    }
    void givesUp()
    {
        QFETCH(QString, pattern);
        QFETCH(int, size);
        auto regex = regexOf("");
        regex.pattern = pattern.toStdString();
        const auto compiled = Pattern::compile(regex);
        QVERIFY(compiled.has_value());
        PatternSearch search(*compiled, regex);
        std::string page = "begin";
        if (pattern.startsWith('^'))
            page.clear();
        page += std::string(400'000, pattern.contains("x+") ? 'x' : 'a') + '!';
        qint64 longest = 0;
        for (std::size_t at = 0; at < page.size() && search.found() == Found::NotYet; at += std::size_t(size)) {
            QElapsedTimer timer;
            timer.start();
            search.feed(std::string_view(page).substr(at, std::size_t(size)));
            longest = std::max(longest, timer.nsecsElapsed());
        }
        search.end();
        qInfo("longest piece: %.2f ms", double(longest) / 1e6);
        QVERIFY(search.found() == Found::TooHard || search.found() == Found::No);
        QVERIFY2(longest < 100'000'000, qPrintable(QString::number(longest)));
    }

    /// The limit itself: exponential in the length of the page, which would take days.
    void theLimitOfSteps_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::newRow("compiled") << "(x+x+)+y";
        QTest::newRow("interpreted") << "(*NO_JIT)(x+x+)+y";
    }
    void theLimitOfSteps()
    {
        QFETCH(QString, pattern);
        const auto regex = regexOf(qPrintable(pattern));
        QElapsedTimer timer;
        timer.start();
        std::string page(200, 'x');
        page += '!';
        const auto search = searchIn(regex, page, 4096);
        qInfo("gave up after %.2f ms", double(timer.nsecsElapsed()) / 1e6);
        QCOMPARE(int(search.found()), int(Found::TooHard));
        QVERIFY(timer.elapsed() < 100);
    }

    void badPatternsSayWhere()
    {
        const auto open = Pattern::compile(regexOf("OK(ab"));
        QVERIFY(!open);
        QCOMPARE(open.error().offset, std::size_t{5});
        QVERIFY(open.error().text.find("parenthes") != std::string::npos);
        QVERIFY(!Pattern::compile(regexOf("*")));
        QVERIFY(!Pattern::compile(regexOf("[z-a]")));
    }

    /// keepalived, too, leaves out what it does not know.
    void unknownOptionsAreLeftOut() { QVERIFY(Pattern::compile(regexOf("OK", {"caseless", "nonsense"})).has_value()); }
};

QTEST_APPLESS_MAIN(TestPattern)
#include "tst_pattern.moc"
