#include "common/config/expand/expander.h"

#include <map>

#include <QtTest>

#include "common/config/expand/words.h"

using namespace twinhelm;
using namespace twinhelm::config;

namespace
{

struct Result {
    SourceSet sources;
    Diagnostics diagnostics;
    Expanded expanded;
    QStringList lines;
    QStringList codes;
};

Result expand(const std::string &text, const std::map<std::string, std::string> &files = {},
              const std::string &node = "lb01")
{
    Result out;
    out.sources.add("/etc/keepalived/keepalived.conf", text);
    ExpandOptions options;
    options.nodeId = node;
    options.readFile = [files](const std::string &path) {
        const auto found = files.find(path);
        return found == files.end() ? std::nullopt : std::optional(found->second);
    };
    options.findFiles = [files](const std::string &pattern) {
        std::vector<std::string> found;
        for (const auto &[path, bytes] : files) {
            if (path.starts_with(pattern.substr(0, pattern.find('*'))))
                found.push_back(path);
        }
        return found;
    };
    options.environment = [](const std::string &name) {
        return name == "SITE" ? std::optional<std::string>("berlin") : std::nullopt;
    };
    out.expanded = Expander(out.sources, out.diagnostics, options).run();
    for (const auto &line : out.expanded.lines)
        out.lines << QString::fromStdString(std::string(line.text));
    for (const auto &one : out.diagnostics)
        out.codes << QString::fromStdString(one.code);
    return out;
}

} // namespace

class TestExpander : public QObject
{
    Q_OBJECT

private slots:
    void expands_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QStringList>("lines");
        const auto row = [](const char *name, const char *source, const QStringList &lines) {
            QTest::newRow(name) << QByteArray(source) << lines;
        };
        row("comments", "# a\n b # c\n\td!e\r\n", {"b", "d"});
        row("comment characters in quotes", "a \"b # c ! d\" # e", {"a \"b # c ! d\""});
        row("escaped comment characters", "a \\# b \\! c # d", {"a # b ! c"});
        row("other backslashes stay", "a \\d", {"a \\d"});
        row("braces split lines", "a b { c } d", {"a b", "{", "c", "}", "d"});
        row("braces in quotes do not", "a \"{ }\" {", {"a \"{ }\"", "{"});
        row("condition", "@lb01 a\n@lb02 b\n@^lb01 c\n@^lb02 d\n@lb01\n", {"a", "d"});
        row("condition of a condition", "@lb01 @^lb02 a\n@lb01 @lb02 b", {"a"});
        row("definition", "$A=1 2\nx $A\ny ${A}z\n", {"x 1 2", "y 1 2z"});
        row("use must end a word", "$A=1\nx $AB $A.5 $A,$A) y$A\n", {"x $AB $A.5 1,1) y1"});
        row("use at the place of use", "$A=$B\n$B=1\nx $A\n$B=2\nx $A\n", {"x 1", "x 2"});
        row("undefined stays", "x $A ${B}\n", {"x $A $", "{", "B", "}"});
        row("empty definition", "$A=\nx $A y\n", {"x  y"});
        row("no definition with a blank", "$A =1\nx $A\n", {"$A =1", "x $A"});
        row("conditional definition", "@lb01 $A=1\n@lb02 $A=2\nx $A\n", {"x 1"});
        row("definition holds a condition", "$A=@lb02 no\n$B=@lb01 yes\n$A\n$B\n", {"yes"});
        row("definition with a comment", "$A=1 # one\nx $A y\n", {"x 1 y"});
        row("use inside quotes", "$A=1\nx \"a $A\" \"${A}b\"\n", {"x \"a $A\" \"1b\""});
        row("block macro", "$A=\\\n a {\\\n  b\\\n }\n$A\nc\n", {"a", "{", "b", "}", "c"});
        row("block macro with a first value", "$A=a \\\n b\nx $A\n", {"x a", "b"});
        row("macro with comments", "$A=\\\n a # b \\\n# c \\\n\\\n d # e\n$A\nf\n", {"a", "d", "f"});
        row("a line begins anew behind a brace", "a { @lb01 b } @lb02 c\n$A=1\n{ ~SEQ(i,2) d $i\n{ $A=2\ne $A\n",
            {"a", "{", "b", "}", "{", "d 1", "d 2", "{", "e 2"});
        row("macro in a macro", "$A=\\\n a\\\n $B\\\n c\n$B=\\\n 1\\\n 2\n$A\n", {"a", "1", "2", "c"});
        row("macro in the middle of a line", "$A=\\\n a\\\n b\nx $A y\n", {"x $A y"});
        row("trailing backslash joins no lines", "a \\\nb\n", {"a \\", "b"});
        row("sequence", "~SEQ(i,3) x $i\n", {"x 1", "x 2", "x 3"});
        row("sequence downwards", "~SEQ(i,2,-1) x $i\n", {"x 2", "x 1", "x 0", "x -1"});
        row("sequence to a negative end", "~SEQ(i,-2) x $i\n", {"x -1", "x -2"});
        row("sequence with a step", "~SEQ(i,1,4,10) x $i\n", {"x 1", "x 5", "x 9"});
        row("sequence in hex", "~SEQx(i,9,0xb) x $i\n", {"x 9", "x a", "x b"});
        row("the first sequence is the outer loop", "~SEQ(i,2) ~SEQ(j,2) x ${i}${j}\n",
            {"x 11", "x 12", "x 21", "x 22"});
        row("the variable stays", "~SEQ(i,2) x\ny $i\n", {"x", "x", "y 2"});
        row("list", "~LST(v,a,b) x $v\n", {"x a", "x b"});
        row("list of tuples", "~LST({a,b},{1,2},{3}) x $a,$b\n", {"x 1,2", "x 3,"});
        row("sequence of a macro", "$A=\\\n a ${i} {\\\n }\n~SEQ(i,2) $A\n", {"a 1", "{", "}", "a 2", "{", "}"});
        row("conditional sequence", "@lb02 ~SEQ(i,2) x\n@lb01 ~SEQ(i,1) y\n", {"y"});
        row("built-ins", "x ${_PWD} ${_INSTANCE} ${_ENV SITE}\n", {"x /etc/keepalived lb01 berlin"});
        row("built-in comment characters begin one", "x ${_HASH} y\n", {"x"});
        row("built-ins can be redefined", "$_INSTANCE=other\nx $_INSTANCE\n", {"x other"});
        row("random within its range", "x ${_RANDOM 5 5}\n", {"x 5"});
    }
    void expands()
    {
        QFETCH(QByteArray, source);
        QFETCH(QStringList, lines);
        const auto result = expand(source.toStdString());
        QCOMPARE(result.lines, lines);
    }

    void complains_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QStringList>("codes");
        const auto row = [](const char *name, const QByteArray &source, const QStringList &codes) {
            QTest::newRow(name) << source << codes;
        };
        row("unmatched quote", "a \"b\n", {"K0003"});
        row("quote in a comment", "a # \"b\n", {});
        row("backslash behind a comment", "a # b \\\n", {"K0017"});
        row("backslashes behind a comment", "a # b \\\\\n$A=1 # c \\\n2\n", {});
        row("longest line", QByteArray(1022, 'a') + "\n", {});
        row("too long a line", QByteArray(1023, 'a') + "\n", {"K0004"});
        row("its line end counts", QByteArray(1022, 'a') + "\r\n", {"K0004"});
        row("longest last line", QByteArray(1023, 'a'), {});
        row("NUL byte", QByteArray("a\0b\nc\n", 6), {"K0005"});
        row("defined through itself", "$A=$A\nx $A\n", {"K0014"});
        row("defined through another", "$A=$B \n$B=x $A\nx $A\n", {"K0014"});
        row("macro through itself", "$A=\\\n a\\\n $A\n$A\n", {"K0014"});
        row("sequence without numbers", "~SEQ(i,a) x\n", {"K0013"});
        row("sequence that never ends", "~SEQ(i,1,0,5) x\n", {"K0013"});
        row("list without values", "~LST(i) x\n", {"K0013"});
        row("list with too many", "~LST({a,b},{1,2,3}) x\n", {"K0013"});
        row("more lines than anybody means", "~SEQ(i,99999) ~SEQ(j,99999) @no x\n", {"K0014"});
    }
    void complains()
    {
        QFETCH(QByteArray, source);
        QFETCH(QStringList, codes);
        QCOMPARE(expand(source.toStdString()).codes, codes);
    }

    void includes()
    {
        const std::map<std::string, std::string> files{
            {"/etc/keepalived/conf.d/a.conf", "a ${_PWD}\ninclude b.inc\n"},
            {"/etc/keepalived/conf.d/b.conf", "b\n$V=set by b\n"},
            {"/etc/keepalived/conf.d/b.inc", "nested\n"},
        };
        auto result = expand("include conf.d/a.conf\nx ${_PWD}\ninclude conf.d/b*\nlast $V\n", files);
        QCOMPARE(result.lines, QStringList({"a /etc/keepalived/conf.d", "nested", "x /etc/keepalived", "b", "nested",
                                            "last set by b"}));
        QCOMPARE(result.codes, QStringList());
        QCOMPARE(result.sources.path(result.expanded.lines[1].file), std::string("/etc/keepalived/conf.d/b.inc"));

        result = expand("include none.conf\nincludem none.conf\nincludes none.conf\n", files);
        QCOMPARE(result.codes, QStringList({"K0010", "K0010"}));
        QCOMPARE(result.diagnostics[0].severity, Severity::Warning);
        QCOMPARE(result.diagnostics[1].severity, Severity::Error);
        QCOMPARE(result.lines, QStringList("includes none.conf"));

        result = expand("include a\n", {{"/etc/keepalived/a", "include a\nx\n"}});
        QCOMPARE(result.codes, QStringList("K0012"));
        QCOMPARE(result.lines, QStringList("x"));
    }

    void knowsWhereWordsComeFrom()
    {
        const auto result = expand("$P=150 # prio\n@lb01 priority $P now\n");
        QCOMPARE(result.lines, QStringList("priority 150 now"));
        const auto words = splitWords(result.expanded.lines[0]);
        QCOMPARE(words.size(), std::size_t{3});
        QCOMPARE(result.sources.text(words[0].range), std::string_view("priority"));
        QCOMPARE(result.sources.text(words[1].range), std::string_view("$P"));
        QCOMPARE(result.sources.text(words[1].definition), std::string_view("150"));
        QCOMPARE(result.sources.text(words[2].range), std::string_view("now"));
        QVERIFY(words[2].definition.empty());
    }

    void splitsWords()
    {
        const auto result = expand("a \"b c\"d \"e\n");
        QStringList words;
        for (const auto &word : splitWords(result.expanded.lines[0]))
            words << QString::fromStdString(std::string(word.text)) + (word.quoted ? "*" : "");
        QCOMPARE(words, QStringList({"a", "b c*", "d", "e*"}));
    }

    void splitsCommands_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("plain") << QByteArray("script /a b c") << QStringList({"script", "/a", "b", "c"});
        QTest::newRow("quoted") << QByteArray("script \"/a b\" user") << QStringList({"script", "/a b", "user"});
        QTest::newRow("single quotes") << QByteArray("script '/a b'") << QStringList({"script", "/a b"});
        QTest::newRow("escapes") << QByteArray("script \"a\\tb\\x41\\101\\\"c\"")
                                 << QStringList({"script", "a\tbAA\"c"});
    }
    void splitsCommands()
    {
        QFETCH(QByteArray, line);
        QFETCH(QStringList, words);
        const auto result = expand(line.toStdString());
        QStringList got;
        for (const auto &word : splitCommandWords(result.expanded.lines.at(0)))
            got << QString::fromStdString(word.text);
        QCOMPARE(got, words);
    }
};

QTEST_APPLESS_MAIN(TestExpander)
#include "tst_expander.moc"
