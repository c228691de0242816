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
        row("trailing backslash joins no lines", "a \\\nb\n", {"a\\", "b"});
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
        row("random takes numbers only", "x ${_RANDOM a} ${_RANDOM 1 -}\n",
            {"x $", "{", "_RANDOM a", "}", "$", "{", "_RANDOM 1 -", "}"});
        row("numbers of a sequence from definitions", "$N=2\n$M=$N\n~SEQ(i,$M) x $i\n", {"x 1", "x 2"});
        row("a sequence of nothing leaves its variable", "~SEQ(i,1000000000000)\nx $i\n", {"x 1000000000000"});
        row("a list keeps its references", "~LST(v,$N,b) x $v\n$N=1\n~LST(v,$N) y $v\n", {"x $N", "x b", "y 1"});
        row("blank before the parenthesis", "~SEQ (i,2)x $i\n", {"x 1", "x 2"});
        row("longest numbers", "~SEQ(i,9223372036854775807,9223372036854775807) x $i\n", {"x 9223372036854775807"});
        row("escapes of lines are gone at once", "$A=\\\n q\\#b\\\n r\\#c\n$A\n", {"q", "r#c"});
        row("escape of a value is gone when it is used", "$A=a\\#b\nx $A\n\"y ${A}\"\n", {"x a", "\"y a#b\""});
        row("a backslash sticks to the last word", "a\\\nb \\\nc \\ \t\nd\\\\\n", {"a\\", "b\\", "c \\", "d\\\\"});
        row("also over a comment", "a # b\\\n # c \\\nd ! e\\\\\n\\#f # g\\\n", {"a\\", "\\", "d", "#f\\"});
        row("it hides the end of a name", "$A=1\nx $A\\\ny ${A}\\\n", {"x $A\\", "y 1\\"});
        row("blanks behind the backslash of a definition", "$A=a \\ \n b\nx $A\n", {"x a", "b"});
        row("definition ends with the text", "$A=\\\n x\\", {});
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
        row("backslash at the end of a line", "a \\\n", {"K0017"});
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
        row("sequence that is not closed", "~SEQ(i,2 x\n", {"K0013"});
        row("negative hexadecimal", "~SEQx(i,-2) x\n", {"K0013"});
        row("number too large", "~SEQ(i,99999999999999999999) x\n", {"K0013"});
        row("number from lines", "$A=\\\n1\\\n2\n~SEQ(i,$A) x\n", {"K0013"});
        row("number through itself", "$A=$A\n~SEQ(i,$A) x\n", {"K0013"});
        row("a name nothing can refer to", "~SEQ(1a,2) x\n", {"K0013"});
        row("sequence of a billion", "~SEQ(i,1000000000) x $i\n", {"K0014"});
        row("sequence of a billion empty ones", "~SEQ(i,1000000000) ~SEQ(j,1000000000)\n", {"K0014"});
        row("from one end of the numbers to the other", "~SEQ(i,-9223372036854775807,9223372036854775807) x\n",
            {"K0014"});
        row("definition twice as long each time",
            "$A=1234567890\n$B=$A$A\n$C=${A}${A}${A}${A}${A}${A}${A}${A}${A}${A}\n$D=${C}${C}${C}${C}${C}${C}${C}${C}"
            "${C}${C}\n$E=${D}${D}${D}${D}${D}${D}${D}${D}${D}${D}\n$F=${E}${E}${E}${E}${E}${E}${E}${E}${E}\nx $F\n",
            {"K0014"});
        row("more lines than anybody means", "~SEQ(i,99999) ~SEQ(j,99999) @no x\n", {"K0014"});
    }
    void complains()
    {
        QFETCH(QByteArray, source);
        QFETCH(QStringList, codes);
        QCOMPARE(expand(source.toStdString()).codes, codes);
    }

    /// Each level holds two of the next: 2 to the power of 40 lines.
    void linesThatDoubleStop()
    {
        std::string text;
        for (int i = 0; i < 40; ++i) {
            const auto next = std::to_string(i + 1);
            text += "$L" + std::to_string(i) + "=\\\n $L" + next + "\\\n $L" + next + "\n";
        }
        const auto result = expand(text + "$L40=x\n$L0\nbehind\n");
        QCOMPARE(result.codes, QStringList("K0014"));
        QVERIFY(result.expanded.lines.size() <= limits::mostLines);
    }

    void filesThatDoubleStop()
    {
        std::map<std::string, std::string> files;
        for (int i = 0; i < 30; ++i) {
            const auto next = "include " + std::to_string(i + 1) + '\n';
            files["/etc/keepalived/" + std::to_string(i)] = next + next;
        }
        files["/etc/keepalived/30"] = "x\n";
        const auto result = expand("include 0\n", files);
        QVERIFY(result.codes.contains(QStringLiteral("K0012")));
        QVERIFY(result.expanded.lines.size() <= limits::mostFiles);
        QCOMPARE(result.sources.size(), std::size_t{32}); // each file is kept once
    }

    void randomSeedRepeats()
    {
        const std::string use = "x ${_RANDOM} ${_RANDOM 1 1000000}\n";
        const auto seeded = [&](const char *seed) {
            return expand(std::string("global_defs {\n random_seed ") + seed + "\n}\n" + use).lines.last();
        };
        QCOMPARE(seeded("5"), seeded("5"));
        QVERIFY(seeded("5") != seeded("6"));
        QVERIFY(seeded("0") != seeded("1"));
        // Without one: the same again, so that a check and the engine see one configuration.
        QCOMPARE(expand(use).lines, expand(use).lines);
        QVERIFY(expand("x ${_RANDOM 0 4294967295}\n").lines.first().size() > 2);
        QCOMPARE(expand("x ${_RANDOM 6 1}\n").lines, QStringList("x 6"));
        // Elsewhere it is no such keyword.
        QCOMPARE(expand("vrrp_script a {\n random_seed 5\n}\n" + use).lines.last(), expand(use).lines.last());
    }

    /// As keepalived reads it: the next line of the includer belongs to the definition.
    void definitionGoesOnBehindAnIncludedFile()
    {
        const std::map<std::string, std::string> files{{"/etc/keepalived/a", "$A=\\\n y \\\n z # c \\\n"}};
        const auto result = expand("include a\nw\nv\n$A\n", files);
        QCOMPARE(result.lines, (QStringList{"v", "y", "z", "w"}));
        QCOMPARE(result.codes, QStringList("K0017"));
        QCOMPARE(result.diagnostics.front().range.file, FileIndex{1});
        QCOMPARE(expand("include a", files).lines, QStringList());
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

    void knowsPlaceAndDefinition_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QStringList>("places"); // of each word of the last line: text, where it stands, where defined
        const auto row = [](const char *name, const char *source, const QStringList &places) {
            QTest::newRow(name) << QByteArray(source) << places;
        };
        row("plain", "a { b }", {"}|}|"});
        row("quotes belong to it", "  x \"a b\"", {"x|x|", "a b|\"a b\"|"});
        row("escape", "x \\#b", {"x|x|", "#b|#b|"});
        row("through two definitions", "$A=1\n$B=$A\nx $B", {"x|x|", "1|$B|1"});
        row("part of a word", "$A=1\nx a${A}b", {"x|x|", "a1b|a${A}b|1"});
        row("two in a word", "$A=1\n$B=2\nx ${A}${B}", {"x|x|", "12|${A}${B}|1"});
        row("several words in one", "$A=x 1\n$A 2", {"x|$A|x 1", "1|$A|x 1", "2|2|"});
        row("empty in front", "$A=\n$A x", {"x|x|"});
        row("built-in", "x ${_INSTANCE}", {"x|x|", "lb01|${_INSTANCE}|"});
        row("sequence", "~SEQ(i, 2) x $i", {"x|x|", "2|$i|~SEQ(i, 2)"});
        row("lines", "$A=\\\n a {\\\n  b 1 # c\n$A", {"b|$A|b 1", "1|$A|b 1"});
        row("lines in lines", "$A=\\\n $B\\\n z\n$B=\\\n p\\\n q $C\n$C=7\n$D=\\\n o\\\n $B\n$D",
            {"q|$D|q $C", "7|$D|7"});
        row("condition", "@lb01 x 1", {"x|x|", "1|1|"});
    }
    void knowsPlaceAndDefinition()
    {
        QFETCH(QByteArray, source);
        QFETCH(QStringList, places);
        const auto result = expand(source.toStdString());
        QStringList got;
        for (const auto &word : splitWords(result.expanded.lines.back())) {
            got << QString::fromStdString(std::string(word.text) + '|' + std::string(result.sources.text(word.range)) +
                                          '|' + std::string(result.sources.text(word.definition)));
        }
        QCOMPARE(got, places);
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
