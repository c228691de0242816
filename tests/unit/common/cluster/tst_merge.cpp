#include "common/cluster/merge.h"

#include <set>

#include <QtTest>

#include "common/cluster/meaning.h"
#include "common/cluster/split.h"
#include "common/config/load.h"
#include "common/config/syntax/lexer.h"
#include "tests/support/cluster/corpus.h"

using namespace twinhelm;
using cluster::merge;
using cluster::splitFor;

namespace
{

/// The comments of a text, without the blanks around them.
std::multiset<std::string> comments(const std::string &text)
{
    std::multiset<std::string> out;
    for (const auto &token : config::tokenize(text).all) {
        if (token.kind == config::TokenKind::Comment)
            out.insert(
                QByteArray::fromStdString(text.substr(token.begin, token.end - token.begin)).trimmed().toStdString());
    }
    return out;
}

/// Where two texts part, for messages.
std::string parting(const std::string &is, const std::string &wanted)
{
    const auto at =
        static_cast<std::size_t>(std::mismatch(is.begin(), is.end(), wanted.begin(), wanted.end()).first - is.begin());
    const auto from = is.rfind('\n', at < 300 ? 0 : at - 300) + 1;
    return "is:\n" + is.substr(from, 600) + "\n--- should be:\n" + wanted.substr(std::min(from, wanted.size()), 600);
}

} // namespace

class TestMerge : public QObject
{
    Q_OBJECT

private slots:
    void pairOfSeed000()
    {
        const std::string common = "    interface eth0\n    virtual_router_id 50\n";
        const auto file = [&](const char *id, const char *state, const char *priority) {
            return std::string("global_defs {\n    router_id ") + id +
                   "\n}\n\n# the web VIP\nvrrp_instance VI_1 {\n    state " + state + "\n" + common + "    priority " +
                   priority + "\n    virtual_ipaddress {\n        10.0.0.3\n    }\n}\n";
        };
        const auto merged = merge({{"lb01", file("lb01", "MASTER", "150")}, {"lb02", file("lb02", "BACKUP", "100")}});
        QVERIFY(merged.diagnostics.empty());
        QCOMPARE(QByteArray::fromStdString(merged.text), QByteArray(R"(global_defs {
    @lb01 router_id lb01
    @lb02 router_id lb02
}

# the web VIP
vrrp_instance VI_1 {
    @lb01 state MASTER
    @lb02 state BACKUP
    interface eth0
    virtual_router_id 50
    @lb01 priority 150
    @lb02 priority 100
    virtual_ipaddress {
        10.0.0.3
    }
}
)"));
        QCOMPARE(splitFor(merged.text, "lb01"), file("lb01", "MASTER", "150"));
        QCOMPARE(splitFor(merged.text, "lb02"), file("lb02", "BACKUP", "100"));
    }

    void equalFilesStayAsTheyAre()
    {
        const std::string text = "a{b}\n\r\n# odd  \n";
        QCOMPARE(merge({{"x", text}, {"y", text}}).text, text);
    }

    void blockOfOneNodeOnly()
    {
        const auto merged = merge({{"lb01", "a 1\nvrrp_instance V {\n  x\n}\n"}, {"lb02", "a 1\n"}});
        QCOMPARE(merged.text, std::string("a 1\n@lb01 vrrp_instance V {\n  @lb01 x\n@lb01 }\n"));
    }

    void threeNodes()
    {
        const auto merged = merge({{"a", "p 1\nq 1\nr 1\n"}, {"b", "p 1\nq 2\nr 2\n"}, {"c", "p 1\nq 1\nr 3\n"}});
        QCOMPARE(merged.text, std::string("p 1\n@^b q 1\n@b q 2\n@a r 1\n@b r 2\n@c r 3\n"));
    }

    void inputsMayBeConditionalThemselves()
    {
        const std::string both = "@lb01 priority 150\n@lb02 priority 100\n";
        QCOMPARE(merge({{"lb01", both + "x\n"}, {"lb02", both}}).text, std::string(both + "@lb01 x\n"));
    }

    void commentsOfBothAreKept()
    {
        const auto merged = merge({{"a", "# one\nx 1 # why\ny 1\n"}, {"b", "# two\nx 1 # because\ny 2\n"}});
        for (const auto *comment : {"# one", "# two", "# why", "# because"})
            QVERIFY2(merged.text.find(comment) != std::string::npos, comment);
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("same name") << QByteArray("lb01") << QByteArray("x\n") << QByteArray("C0001");
        QTest::newRow("no name") << QByteArray() << QByteArray("x\n") << QByteArray("C0001");
        QTest::newRow("open block") << QByteArray("lb02") << QByteArray("a {\n b\n") << QByteArray("C0002");
        QTest::newRow("stray brace") << QByteArray("lb02") << QByteArray("a\n}\n") << QByteArray("C0002");
    }
    void refusals()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, code);
        const auto merged = merge({{"lb01", "y\n"}, {name.toStdString(), text.toStdString()}});
        QVERIFY(merged.text.empty());
        QCOMPARE(merged.diagnostics.size(), std::size_t{1});
        QCOMPARE(merged.diagnostics.front().code, code.toStdString());
    }

    void boxesOfCommentsStayWhole()
    {
        const auto merged = merge({{"a", "#####\n# a #\n#####\nx 1\n"}, {"b", "#####\n# b #\n#####\nx 1\n"}});
        QCOMPARE(merged.text, std::string("#####\n@a # a #\n@b # b #\n#####\nx 1\n"));
    }

    void writtenAsTheFirstFile()
    {
        const std::string a = "\r\nvrrp_instance V\r\n{  # odd \r\n\tpriority\t150  \r\n\tSSL { ca x }\r\n }\r\n";
        const std::string b = "vrrp_instance V {\n    priority 100\n    SSL {\n ca x\n }\n}\n";
        const auto merged = merge({{"a", a}, {"b", b}});
        QCOMPARE(merged.text,
                 std::string("\r\nvrrp_instance V\r\n{  # odd \r\n\t@a priority\t150  \r\n\t@b priority 100\r\n"
                             "\tSSL {\r\n\t    ca x\r\n\t}\r\n }\r\n"));
    }

    void blocksInAnotherOrder()
    {
        const std::string one = "vrrp_instance A {\n p 1\n}\n";
        const std::string two = "vrrp_instance B {\n p 1\n}\n";
        const auto merged = merge({{"a", "global_defs {\n}\n" + one + two}, {"b", "global_defs {\n}\n" + two + one}});
        QCOMPARE(merged.text, "global_defs {\n}\n" + one + two);
        QCOMPARE(merged.diagnostics.size(), std::size_t{1});
        QCOMPARE(merged.diagnostics.front().code, std::string("C0004"));
        // Where a definition stands between, the order counts.
        const std::string between = "$X=1\n";
        const auto kept = merge({{"a", one + between + two}, {"b", two + between + one}});
        QVERIFY(kept.diagnostics.empty());
        QCOMPARE(splitFor(kept.text, "b"), two + between + one);
    }

    void emptyLinesAroundWhatOneNodeHas()
    {
        const std::string a = "x 1\n\ny 1\n";
        const std::string b = "x 1\n\n# b\nonly 1\n\ny 1\n";
        const auto merged = merge({{"a", a}, {"b", b}});
        QCOMPARE(merged.text, std::string("x 1\n\n@b # b\n@b only 1\n\ny 1\n"));
        QCOMPARE(splitFor(merged.text, "a"), a);
        QCOMPARE(splitFor(merged.text, "b"), b);
    }

    void linesForNodesThatWereNotGiven()
    {
        const auto merged = merge({{"a", "@a p 1\n@b p 2\n@c p 3\nq\n"}, {"b", "p 2\nq\n"}});
        QCOMPARE(merged.text, std::string("@a p 1\n@b p 2\n@c p 3\nq\n"));
        QCOMPARE(merged.diagnostics.size(), std::size_t{1});
        QCOMPARE(merged.diagnostics.front().code, std::string("C0007"));
        const auto refused = merge({{"a", "@c p 3\n"}, {"b", "@c p 4\n"}});
        QCOMPARE(refused.diagnostics.back().code, std::string("C0008"));
        QVERIFY(refused.text.empty());
    }

    void definitionsThatAnEmptyLineEnds()
    {
        const std::string a = "$X=a \\\nb \\\n\ny 1\n";
        const std::string b = "$X=c \\\n\ny 1\n";
        const auto merged = merge({{"a", a}, {"b", b}});
        QCOMPARE(merged.text, std::string("@a $X=a \\\n@a b \\\n@a \n@b $X=c \\\n@b \ny 1\n"));
        QCOMPARE(splitFor(merged.text, "a"), a);
        QCOMPARE(splitFor(merged.text, "b"), b);
    }

    void aThirdNodeLater()
    {
        const auto pair = merge({{"a", "p 1\nq 1\n"}, {"b", "p 2\nq 1\n"}}).text;
        const auto three = merge({{"a", pair}, {"b", pair}, {"c", "p 2\nq 1\nr 1\n"}});
        QCOMPARE(three.text, std::string("@a p 1\n@^a p 2\nq 1\n@c r 1\n"));
    }

    void equalIncludesStay()
    {
        const auto merged = merge({{"a", "include x.conf\np 1\n"}, {"b", "include x.conf\np 2\n"}});
        QCOMPARE(merged.text, std::string("include x.conf\n@a p 1\n@b p 2\n"));
        QVERIFY(merged.diagnostics.empty());
    }

    void includesOfOneNodeWithoutTheFiles()
    {
        const auto merged = merge({{"a", "include x.conf\np 1\n"}, {"b", "p 1\n"}});
        QCOMPARE(merged.text, std::string("@a include x.conf\np 1\n"));
        QCOMPARE(merged.diagnostics.size(), std::size_t{1});
        QCOMPARE(merged.diagnostics.front().code, std::string("C0005"));
        QCOMPARE(merged.diagnostics.front().severity, Severity::Warning);
    }

    void includesOfOneNodeWithTheFiles()
    {
        const auto reader = [](const std::string &path) -> std::optional<std::string> {
            if (path == "/etc/a/conf.d/x.conf")
                return "r 1\ninclude deeper/y.conf\n";
            if (path == "/etc/a/conf.d/deeper/y.conf")
                return "s 1\n";
            return std::nullopt;
        };
        const auto merged =
            merge({{"a", "p 1\ninclude conf.d/x.conf # web\nq 1\n", reader, {}, "/etc/a"}, {"b", "p 1\nq 1\n"}});
        QVERIFY(merged.diagnostics.empty());
        QCOMPARE(merged.text,
                 std::string("p 1\n@a # from /etc/a/conf.d/x.conf\n@a r 1\n@a # from /etc/a/conf.d/deeper/y.conf\n@a s "
                             "1\n@a # end of /etc/a/conf.d/deeper/y.conf\n@a # end of /etc/a/conf.d/x.conf\n @a # "
                             "web\nq 1\n"));
        const auto lost = merge({{"a", "include gone.conf\n", reader, {}, "/etc/a"}, {"b", "x\n"}});
        QCOMPARE(lost.text, std::string("@a include gone.conf\n@b x\n"));
        QCOMPARE(lost.diagnostics.front().code, std::string("C0005"));
    }

    void equalIncludesOfDifferentFiles()
    {
        const auto file = [](const char *text) {
            return [text](const std::string &) { return std::optional<std::string>(text); };
        };
        const auto merged = merge({{"a", "include x.conf\n p 1\n", file("1"), {}, "/etc"},
                                   {"b", "include x.conf\n p 2\n", file("2"), {}, "/etc"}});
        QCOMPARE(merged.diagnostics.size(), std::size_t{1});
        QCOMPARE(merged.diagnostics.front().code, std::string("C0006"));
        QCOMPARE(splitFor(merged.text, "a"), std::string("include x.conf\n p 1\n"));
    }

    /// Any real files, and what people make of a copy of them, merged: each node reads what it read.
    void realFiles()
    {
        const auto files = test::realFiles();
        if (files.empty())
            QSKIP("THE CORPUS IS NOT HERE: ../shared/corpus is missing, merging of real files was not tested");
        QVERIFY(files.size() > 200);
        for (const auto &cluster : test::realClusters(files)) {
            std::vector<cluster::NodeText> nodes;
            for (const auto file : cluster)
                nodes.push_back({"lb0" + std::to_string(nodes.size() + 1), files[file].text});
            holdsFor(nodes, files[cluster.front()].name);
        }
        for (std::size_t i = 0; i < files.size() && !QTest::currentTestFailed(); ++i) {
            const auto &text = files[i].text;
            const auto &next = files[(i + 1) % files.size()].text;
            const auto seed = static_cast<unsigned>(i) * 7;
            const auto other = test::variant(text, seed);
            holdsFor({{"lb01", text}, {"lb02", next}}, files[i].name + " and the next");
            holdsFor({{"lb01", text}, {"lb02", other}}, files[i].name + " and a variant");
            holdsFor(
                {{"lb01", test::variant(text, seed + 1)}, {"lb02", other}, {"lb03", test::variant(text, seed + 2)}},
                files[i].name + ", three variants");
            holdsFor({{"lb01", text}, {"lb02", other}, {"lb03", next}, {"lb04", test::variant(other, seed + 3)}},
                     files[i].name + ", four nodes");
        }
        qInfo("%d merges held, %d were refused for their braces or conditions, %d with blocks in another order", held_,
              refused_, reordered_);
        QVERIFY(held_ > 700);
        QVERIFY(refused_ < 60);
    }

private:
    int held_ = 0;
    int refused_ = 0;
    int reordered_ = 0;

    void holdsFor(const std::vector<cluster::NodeText> &nodes, const std::string &what)
    {
        const auto result = merge(nodes);
        const bool others = std::any_of(result.diagnostics.begin(), result.diagnostics.end(),
                                        [](const Diagnostic &one) { return one.code == "C0007"; });
        if (others) { // merging their parts again would take all of them
            auto own = nodes;
            for (auto &one : own)
                one.text = splitFor(one.text, one.node);
            holdsFor(own, what + ", conditions taken off");
            return;
        }
        if (result.text.empty()) {
            QVERIFY2(hasErrors(result.diagnostics), what.c_str());
            const auto &code = result.diagnostics.back().code;
            // Lines that definitions turn into comments ($OFF }) cannot be taken apart.
            const bool toggled = code == "C0003" && std::any_of(nodes.begin(), nodes.end(), [](const auto &one) {
                                     return one.text.find("${_HASH}") != std::string::npos;
                                 });
            // A backslash behind a comment that no definition continues is a word for keepalived; the comment cannot
            // get a condition then.
            const bool stuck = code == "C0003" && std::any_of(nodes.begin(), nodes.end(), [](const auto &one) {
                                   const auto all = config::loadText(one.text, one.node).diagnostics;
                                   return std::any_of(all.begin(), all.end(),
                                                      [](const auto &finding) { return finding.code == "K0017"; });
                               });
            QVERIFY2(code == "C0002" || code == "C0008" || toggled || stuck,
                     (what + ' ' + code + ' ' + result.diagnostics.back().message).c_str());
            ++refused_;
            if (code != "C0008")
                return;
            auto own = nodes; // without what the files say to further nodes
            for (auto &one : own)
                one.text = splitFor(one.text, one.node);
            holdsFor(own, what + ", conditions taken off");
            return;
        }
        ++held_;
        std::vector<cluster::NodeText> parts;
        std::vector<cluster::NodeText> again;
        for (const auto &one : nodes) {
            const auto part = splitFor(result.text, one.node);
            const auto before = cluster::meaningFor(one.text, one.node);
            const auto behind = cluster::meaningFor(part, one.node);
            reordered_ += before == behind ? 0 : 1;
            QVERIFY2(cluster::withoutOrder(before) == cluster::withoutOrder(behind), (what + ", " + one.node).c_str());
            QVERIFY2(cluster::withoutOrder(before) == cluster::withoutOrder(cluster::meaningFor(result.text, one.node)),
                     (what + ", " + one.node + ", unsplit").c_str());
            const auto has = comments(part);
            for (const auto &comment : comments(splitFor(one.text, one.node)))
                QVERIFY2(has.contains(comment), (what + ", " + one.node + " lost " + comment).c_str());
            parts.push_back({one.node, part});
            again.push_back({one.node, result.text});
        }
        QCOMPARE(merge(again).text, result.text);
        const auto fromParts = merge(parts).text;
        QVERIFY2(fromParts == result.text, (what + ", from its parts\n" + parting(fromParts, result.text)).c_str());
    }
};

QTEST_APPLESS_MAIN(TestMerge)
#include "tst_merge.moc"
