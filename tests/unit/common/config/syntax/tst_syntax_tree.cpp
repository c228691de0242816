#include "common/config/syntax/syntax_tree.h"

#include <filesystem>
#include <random>

#include <QtTest>

#include "common/config/source/file_access.h"
#include "common/config/syntax/node_ids.h"

using namespace twinhelm;
using namespace twinhelm::config;

namespace
{

const std::filesystem::path sharedFolder = std::filesystem::path(TWINHELM_SOURCE_DIR) / "../shared";

/// One line for each node: indentation by depth, then conditions, words, and {} for a block.
QStringList outline(const SyntaxTree &tree)
{
    QStringList lines;
    std::vector<std::uint32_t> open;
    for (std::uint32_t i = 0; i < tree.nodes().size(); ++i) {
        const auto &node = tree.nodes()[i];
        while (!open.empty() && i >= tree.nodes()[open.back()].end)
            open.pop_back();
        QString line = QString(static_cast<qsizetype>(open.size()), QLatin1Char(' '));
        for (const auto &condition : tree.conditions(node))
            line += QString::fromStdString(std::string(tree.text(condition.range))) + QLatin1Char(' ');
        QStringList words;
        for (const auto &word : tree.words(node))
            words << QString::fromStdString(std::string(tree.value(word)));
        lines << line + words.join(QLatin1Char('|')) + (node.isBlock() ? QStringLiteral(" {}") : QString());
        if (node.isBlock())
            open.push_back(i);
    }
    return lines;
}

std::string mutated(std::string text, std::mt19937 &random)
{
    static constexpr std::string_view interesting{"{}\"#!@$~\\\n\r\0 \t=(),", 18};
    for (int i = 0; i < 20 && !text.empty(); ++i) {
        const auto at = random() % text.size();
        switch (random() % 3) {
        case 0: text[at] = interesting[random() % interesting.size()]; break;
        case 1: text.erase(at, random() % 8); break;
        default: text.insert(at, 1, static_cast<char>(random() % 256)); break;
        }
    }
    return text;
}

} // namespace

class TestSyntaxTree : public QObject
{
    Q_OBJECT

private slots:
    void losesNothing_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char *name, const std::string &bytes) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes);
        };
        row("empty", "");
        row("no final newline", "a b");
        row("CRLF", "a {\r\n b c\r\n}\r\n");
        row("lone CR", "a\rb\n\r\r\n");
        row("NUL", std::string("a\0b\nc\n", 6));
        row("invalid UTF-8", "router_id \xff\xfe\xc3\n");
        row("unmatched quote", "script \"a b\n}\n");
        row("definition at end", "$X=a \\");
        row("only braces", "}}{{}{");
        row("dollar brace open", "a ${b c\n}\n");
        row("comment after backslash", "a \\# b # c\n");
        row("condition alone", "@\n@^\n@lb01\n");
        row("directive open", "~SEQ(a,1\n");
    }
    void losesNothing()
    {
        QFETCH(QByteArray, bytes);
        const auto tree = parse(bytes.toStdString());
        QCOMPARE(QByteArray::fromStdString(text(tree)), bytes);
    }

    void losesNothingOfRealFiles()
    {
        if (!std::filesystem::exists(sharedFolder / "corpus"))
            QSKIP("../shared is absent: the property over real configurations is NOT tested");
        int files = 0;
        std::mt19937 random(20261121);
        for (const auto *folder : {"corpus/conf", "corpus/sets", "keepalived/samples"}) {
            for (const auto &entry : std::filesystem::recursive_directory_iterator(sharedFolder / folder)) {
                const auto bytes = readDiskFile(entry.path().string());
                if (!bytes)
                    continue;
                ++files;
                QCOMPARE(text(parse(*bytes)), *bytes);
                for (int i = 0; i < 10; ++i) {
                    const auto odd = mutated(*bytes, random);
                    QCOMPARE(text(parse(odd)), odd);
                }
            }
        }
        QVERIFY(files > 200);
    }

    void outlines_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const char *source, const QStringList &expected) {
            QTest::newRow(name) << QByteArray(source) << expected;
        };
        row("block", "vrrp_instance VI_1 {\n  priority 150 # hi\n}\n", {"vrrp_instance|VI_1 {}", " priority|150"});
        row("brace on the next line", "a b\n\n{\n c\n}\nd\n", {"a|b {}", " c", "d"});
        row("one line", "a b { c d } e", {"a|b {}", " c|d", "e"});
        row("no blank before the brace", "a{\nb\n}", {"a {}", " b"});
        row("reference is no brace", "a ${X} {\n b${Y}c\n}", {"a|${X} {}", " b${Y}c"});
        row("brace in quotes", "script \"a { b\"\nc", {"script|a { b", "c"});
        row("condition", "a {\n @lb01 state MASTER\n @^lb01 state BACKUP\n}",
            {"a {}", " @lb01 state|MASTER", " @^lb01 state|BACKUP"});
        row("conditional block", "@lb01 a {\n@lb01 b\n@lb01 }\nc", {"@lb01 a {}", " @lb01 b", "c"});
        row("alternative headers", "@lb01 a 1 {\n@lb02 a 2 {\n b\n}\nc", {"@lb01 a|1 {}", " @lb02 a|2", " b", "c"});
        row("definition", "$X=1 2 3\na $X\n", {"$X=|1 2 3", "a|$X"});
        row("definition of lines", "$B=a { \\\n b \\\n }\nc\n", {"$B=|a { \\|b \\|}", "c"});
        row("definition past a comment", "$B=a \\\n# b \\\n c # d \\\n }\ne\n", {"$B=|a \\|c|}", "e"});
        row("condition behind a brace", "@lb01 a { @lb02 b\n}\n", {"@lb01 a {}", " @lb02 b"});
        row("comment of either kind", "# a {\n! b }\nc! d {\n", {"c"});
        row("escaped comment", "a \\#b\n", {"a|\\#b"});
        row("missing brace", "a {\n b {\n c\n", {"a {}", " b {}", "  c"});
        row("nameless block", "{\n a\n}\n", {" {}", " a"});
        row("directive", "~SEQ(i,1,3) a $i\n", {"~SEQ(i,1,3)|a|$i"});
    }
    void outlines()
    {
        QFETCH(QByteArray, source);
        QFETCH(QStringList, expected);
        QCOMPARE(outline(parse(source.toStdString())), expected);
    }

    void knowsRanges()
    {
        const std::string source = "a {\n  @lb01 priority \"15 0\"  # x\n}\n}\n";
        const auto tree = parse(source);
        QCOMPARE(tree.text(tree.nodes()[0].range), std::string_view("a {\n  @lb01 priority \"15 0\"  # x\n}"));
        QCOMPARE(tree.text(tree.nodes()[1].range), std::string_view("@lb01 priority \"15 0\""));
        QCOMPARE(tree.value(tree.arguments(tree.nodes()[1])[0]), std::string_view("15 0"));
        QCOMPARE(tree.strayBraces().size(), std::size_t{1});
        QCOMPARE(tree.children(SyntaxNode::none), std::vector<std::uint32_t>{0});
        QCOMPARE(tree.children(0), std::vector<std::uint32_t>{1});
    }

    void findsNodeIds()
    {
        QCOMPARE(nodeIds("a\n @lb01 b\n@^lb02 c\n# @no\n\"@no\"\n"), (std::set<std::string>{"lb01", "lb02"}));
        QVERIFY(nodeIds("mail root@localhost\n").empty());
    }
};

QTEST_APPLESS_MAIN(TestSyntaxTree)
#include "tst_syntax_tree.moc"
