#include "common/config/expand/include_finder.h"

#include <set>

#include <QtTest>

#include "common/config/expand/expander.h"

using namespace twinhelm;
using namespace twinhelm::config;

namespace
{

/// a.inc and b.inc can be read, dir is a directory, locked cannot be read.
ExpandOptions someFiles()
{
    ExpandOptions options;
    options.readFile = [](const std::string &path) -> std::optional<std::string> {
        if (path == "/k/a.inc" || path == "/k/b.inc")
            return "found " + path.substr(3) + "\n";
        if (path == "/k/loose.inc")
            return "global_defs {\n include_check -match\n}\ninclude none\n";
        return std::nullopt;
    };
    options.findFiles = [](const std::string &pattern) -> std::vector<std::string> {
        if (pattern == "/k/*.inc")
            return {"/k/a.inc", "/k/b.inc"};
        if (pattern == "/k/d*")
            return {"/k/dir/"};
        if (pattern == "/k/locked")
            return {pattern};
        return {};
    };
    return options;
}

/// "error", "warning" or nothing for each finding, then the files read.
QStringList outcome(const std::string &text)
{
    SourceSet sources;
    Diagnostics diagnostics;
    sources.add("/k/keepalived.conf", text);
    const auto expanded = Expander(sources, diagnostics, someFiles()).run();
    QStringList out;
    for (const auto &one : diagnostics)
        out << (one.severity == Severity::Error ? QStringLiteral("error") : QStringLiteral("warning"));
    for (const auto &line : expanded.lines) {
        if (line.text.starts_with("found "))
            out << QString::fromStdString(std::string(line.text.substr(6)));
    }
    return out;
}

} // namespace

class TestIncludeFinder : public QObject
{
    Q_OBJECT

private slots:
    void strictness_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *text, const QStringList &expected) {
            QTest::newRow(text) << QByteArray(text) << expected;
        };
        const auto checked = [&](const char *check, const char *text, const QStringList &expected) {
            QTest::addRow("%s: %s", check, text)
                << QByteArray("global_defs {\n include_check ") + check + "\n}\n" + text << expected;
        };
        row("include none", {"warning"});
        row("includer none", {"warning"});
        row("includem none", {"error"});
        row("includew none", {"error"});
        row("includeb none", {"warning"});
        row("includea none", {"error"});
        row("include none*", {"warning"});
        row("includem none*", {"warning"});
        row("includew none*", {"error"});
        row("includea none*", {"error"});
        row("include {a,none}.inc", {"warning", "a.inc"});
        row("includew {a,none}.inc", {"warning", "a.inc"});
        row("includeb {none,b}.inc", {"error", "b.inc"});
        row("includea {none*,b}.inc", {"error", "b.inc"});
        row("include {b,a}.inc", {"b.inc", "a.inc"});
        row("include *.inc", {"a.inc", "b.inc"});
        row("include locked", {"warning"});
        row("includer locked", {"error"});
        row("include d*", {"warning"});
        row("includer d*", {"error"});
        row("include \"a.inc\"", {"warning"});
        checked("match", "include none", {"error"});
        checked("match", "include none*", {"warning"});
        checked("match", "include locked", {"error"});
        checked("read", "include none", {"warning"});
        checked("read", "include locked", {"error"});
        checked("wildcard_match", "include none", {"warning"});
        checked("wildcard_match", "include none*", {"error"});
        checked("brace_match", "include {a,none}.inc", {"error", "a.inc"});
        checked("", "include none", {"error"});
        checked("match\n include_check read", "include none", {"warning"});
        checked("match\n include_check +read", "include none", {"error"});
        checked("match\n include_check -match", "include none", {"warning"});
        checked("nonsense", "include none", {"warning"});
        // An included file has its own.
        checked("match", "include loose.inc\ninclude none", {"warning", "error"});
    }
    void strictness()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, expected);
        QCOMPARE(outcome(text.toStdString()), expected);
    }

    void bracesHaveAlternatives()
    {
        using Paths = std::vector<std::string>;
        QCOMPARE(braceAlternatives("a{b,c}d"), (Paths{"abd", "acd"}));
        QCOMPARE(braceAlternatives("{a,b}{1,2}"), (Paths{"a1", "a2", "b1", "b2"}));
        QCOMPARE(braceAlternatives("{a,{b,c}x}"), (Paths{"a", "bx", "cx"}));
        QCOMPARE(braceAlternatives("{a,}"), (Paths{"a", ""}));
        QCOMPARE(braceAlternatives("{a}b{"), (Paths{"{a}b{"}));
        QCOMPARE(braceAlternatives("plain"), (Paths{"plain"}));
        std::string many;
        for (int i = 0; i < 60; ++i)
            many += "{a,b}";
        QCOMPARE(braceAlternatives(many).size(), limits::mostAlternatives);
        QCOMPARE(outcome("include " + many), QStringList("error"));
        QCOMPARE(outcome("include " + std::string(1000, '{')), QStringList("warning"));
    }
};

QTEST_APPLESS_MAIN(TestIncludeFinder)
#include "tst_include_finder.moc"
