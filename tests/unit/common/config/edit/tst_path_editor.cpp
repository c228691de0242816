#include "common/config/edit/path_editor.h"

#include <QtTest>

#include "tests/unit/common/config/edit/edit_test.h"

using namespace twinhelm;
using config::EditContext;
using config::edit::PathEditor;
using config::edit::Written;
using test::afterEdits;
using test::pathOf;

namespace
{

/// One edit of a text for the nodes lb01 and lb02.
test::Edited set(const std::string &text, const char *path, const char *node, const char *value,
                 Written written = Written::WhereItStands)
{
    const EditContext context(text, {"lb01", "lb02"});
    return afterEdits(text, PathEditor(context).set(pathOf(path), node, value, written));
}

test::Edited unset(const std::string &text, const char *path, const char *node = "")
{
    const EditContext context(text, {"lb01", "lb02"});
    return afterEdits(text, PathEditor(context).remove(pathOf(path), node));
}

test::Edited add(const std::string &text, const char *path, std::vector<std::string> body = {}, const char *node = "")
{
    const EditContext context(text, {"lb01", "lb02"});
    return afterEdits(text, PathEditor(context).add(pathOf(path), node, body));
}

const std::string pair = "# the pair\n"
                         "global_defs {\n"
                         "\trouter_id lb\n"
                         "}\n"
                         "\n"
                         "vrrp_instance VI_1 { # web\n"
                         "\tinterface eth0\n"
                         "\t@lb01 priority 150\n"
                         "\t@lb02 priority 100\n"
                         "\tvirtual_ipaddress {\n"
                         "\t\t10.0.0.3/24 dev eth0\n"
                         "\t\t10.0.0.4/24  dev  eth1\n"
                         "\t}\n"
                         "}\n"
                         "virtual_server 10.0.0.3 80 {\n"
                         "\treal_server 10.0.0.7 80 {\n"
                         "\t\tweight 1\n"
                         "\t}\n"
                         "\treal_server 10.0.0.8 80 {\n"
                         "\t\tweight 2\n"
                         "\t}\n"
                         "}\n";

/// `pair` with one piece of it replaced.
std::string with(const std::string &old, const std::string &fresh)
{
    auto out = pair;
    return out.replace(out.find(old), old.size(), fresh);
}

} // namespace

class TestPathEditor : public QObject
{
    Q_OBJECT

private slots:
    void sets_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("node");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const char *path, const char *node, const char *value,
                            const std::string &expected) {
            QTest::newRow(name) << QByteArray(path) << QByteArray(node) << QByteArray(value)
                                << QByteArray::fromStdString(expected);
        };
        row("a value", "virtual_server[10.0.0.3 80]/real_server[10.0.0.8 80]/weight", "", "5",
            with("weight 2", "weight 5"));
        row("without a name, when there is one only", "vrrp_instance/interface", "", "eth1",
            with("interface eth0", "interface eth1"));
        row("one node's line", "vrrp_instance[VI_1]/priority", "lb02", "90", with("priority 100", "priority 90"));
        row("the same again", "vrrp_instance[VI_1]/priority", "lb02", "100", pair);
        row("joined", "vrrp_instance[VI_1]/priority", "", "100",
            with("\t@lb01 priority 150\n\t@lb02 priority 100\n", "\tpriority 100\n"));
        row("new, beside nothing", "vrrp_instance[VI_1]/advert_int", "", "2",
            with("\t}\n}\nv", "\t}\n\tadvert_int 2\n}\nv"));
        row("new inner block", "vrrp_instance[VI_1]/authentication/auth_type", "", "PASS",
            with("\t}\n}\nv", "\t}\n\tauthentication {\n\t\tauth_type PASS\n\t}\n}\nv"));
        row("a nameless block at the top", "SSL/ca", "", "/etc/ca.pem", pair + "\nSSL {\n\tca /etc/ca.pem\n}\n");
        row("an entry", "vrrp_instance[VI_1]/virtual_ipaddress[10.0.0.4/24]", "", "10.0.0.4/24 dev eth2",
            with("10.0.0.4/24  dev  eth1", "10.0.0.4/24  dev  eth2"));
        row("an entry by its address alone", "vrrp_instance[VI_1]/virtual_ipaddress[10.0.0.4]", "", "10.0.0.9/24",
            with("10.0.0.4/24  dev  eth1", "10.0.0.9/24"));
        row("a word of an entry", "vrrp_instance[VI_1]/virtual_ipaddress[10.0.0.4]/dev", "", "eth9",
            with("dev  eth1", "dev  eth9"));
        row("a new word of an entry", "vrrp_instance[VI_1]/virtual_ipaddress[10.0.0.4]/label", "", "eth1:1",
            with("dev  eth1", "dev  eth1 label eth1:1"));
        row("a word of an entry, for one node", "vrrp_instance[VI_1]/virtual_ipaddress[10.0.0.3]/dev", "lb02", "eth5",
            with("\t\t10.0.0.3/24 dev eth0\n", "\t\t@lb01 10.0.0.3/24 dev eth0\n\t\t@lb02 10.0.0.3/24 dev eth5\n"));
        row("by number", "virtual_server[#1]/real_server[#2]/weight", "", "7", with("weight 2", "weight 7"));
    }
    void sets()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, node);
        QFETCH(QByteArray, value);
        const auto edited = set(pair, path, node, value);
        QTEST(QByteArray::fromStdString(edited.text), "expected");
        QCOMPARE(edited.undone, pair);
    }

    void removes_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("node");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const char *path, const char *node, const std::string &expected) {
            QTest::newRow(name) << QByteArray(path) << QByteArray(node) << QByteArray::fromStdString(expected);
        };
        row("a value", "vrrp_instance[VI_1]/interface", "", with("\tinterface eth0\n", ""));
        row("for one node", "vrrp_instance[VI_1]/interface", "lb02", with("\tinterface", "\t@lb01 interface"));
        row("one node's line", "vrrp_instance[VI_1]/priority", "lb01", with("\t@lb01 priority 150\n", ""));
        row("what is not there", "vrrp_instance[VI_1]/nopreempt", "", pair);
        row("in a block that is not there", "vrrp_instance[VI_1]/authentication/auth_pass", "", pair);
        row("an entry", "vrrp_instance[VI_1]/virtual_ipaddress[10.0.0.3/24]", "",
            with("\t\t10.0.0.3/24 dev eth0\n", ""));
        row("a word of an entry", "vrrp_instance[VI_1]/virtual_ipaddress[10.0.0.3/24]/dev", "", with(" dev eth0", ""));
        row("a block", "virtual_server[10.0.0.3 80]/real_server[10.0.0.7 80]", "",
            with("\treal_server 10.0.0.7 80 {\n\t\tweight 1\n\t}\n", ""));
        row("a block for one node", "virtual_server[10.0.0.3 80]/real_server[10.0.0.7 80]", "lb02",
            with("\treal_server 10.0.0.7 80 {\n\t\tweight 1\n\t}\n",
                 "\t@lb01 real_server 10.0.0.7 80 {\n\t\t@lb01 weight 1\n\t@lb01 }\n"));
        row("a block with lines of the other", "vrrp_instance[VI_1]", "lb02",
            with(pair.substr(pair.find("vrrp_i"), pair.find("virtual_server") - pair.find("vrrp_i")),
                 "@lb01 vrrp_instance VI_1 { # web\n\t@lb01 interface eth0\n\t@lb01 priority 150\n"
                 "\t@lb01 virtual_ipaddress {\n\t\t@lb01 10.0.0.3/24 dev eth0\n\t\t@lb01 10.0.0.4/24  dev  eth1\n"
                 "\t@lb01 }\n@lb01 }\n"));
    }
    void removes()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, node);
        const auto edited = unset(pair, path, node);
        QTEST(QByteArray::fromStdString(edited.text), "expected");
        QCOMPARE(edited.undone, pair);
    }

    void adds_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArrayList>("body");
        QTest::addColumn<QByteArray>("node");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const char *path, QByteArrayList body, const char *node,
                            const std::string &expected) {
            QTest::newRow(name) << QByteArray(path) << body << QByteArray(node) << QByteArray::fromStdString(expected);
        };
        row("an entry", "vrrp_instance[VI_1]/virtual_ipaddress[10.0.0.9/24]", {"dev eth0"}, "",
            with("eth1\n", "eth1\n\t\t10.0.0.9/24 dev eth0\n"));
        row("an entry for one node", "vrrp_instance[VI_1]/virtual_ipaddress[10.0.0.9/24]", {}, "lb02",
            with("eth1\n", "eth1\n\t\t@lb02 10.0.0.9/24\n"));
        row("an entry that is there", "vrrp_instance[VI_1]/virtual_ipaddress[10.0.0.3/24 dev eth0]", {}, "", pair);
        row("an entry of a new list", "vrrp_instance[VI_1]/track_interface[eth0]", {"weight", "-20"}, "",
            with("\t}\n}\nv", "\t}\n\ttrack_interface {\n\t\teth0 weight -20\n\t}\n}\nv"));
        row("a block", "virtual_server[10.0.0.3 80]/real_server[10.0.0.9 80]",
            {"weight 3", "TCP_CHECK { connect_port 80 }"}, "",
            with("weight 2\n\t}\n",
                 "weight 2\n\t}\n\treal_server 10.0.0.9 80 {\n\t\tweight 3\n\t\tTCP_CHECK {\n\t\t\tconnect_port "
                 "80\n\t\t}\n\t}\n"));
        row("a block at the top goes to its likes", "vrrp_instance[VI_2]", {"priority 90"}, "lb02",
            with("\t}\n}\nv", "\t}\n}\n\n@lb02 vrrp_instance VI_2 {\n\t@lb02 priority 90\n@lb02 }\nv"));
        row("a block that instances name goes above them", "vrrp_script[chk]", {"script \"/bin/true\""}, "",
            with("vrrp_instance", "vrrp_script chk {\n\tscript \"/bin/true\"\n}\n\nvrrp_instance"));
        row("one that virtual servers name", "virtual_server_group[web]", {"10.0.0.5 80"}, "",
            with("virtual_server", "virtual_server_group web {\n\t10.0.0.5 80\n}\n\nvirtual_server"));
        row("an instance needs not stand above a group", "vrrp_sync_group[G]", {"group { VI_1 }"}, "",
            with("weight 2\n\t}\n}\n", "weight 2\n\t}\n}\n\nvrrp_sync_group G {\n\tgroup {\n\t\tVI_1\n\t}\n}\n"));
        row("a definition", "$P", {"150"}, "", "$P=150\n" + pair);
        row("a value", "vrrp_instance[VI_1]/nopreempt", {}, "", with("\t}\n}\nv", "\t}\n\tnopreempt\n}\nv"));
    }
    /// The texts differ here; see definition_place.h.
    void definitionsStandAboveTheirUsers_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const QByteArray &text, const QByteArray &expected) {
            QTest::newRow(name) << text << expected;
        };
        const QByteArray script = "vrrp_script x {\n}\n";
        row("behind the others", "vrrp_script a {\n}\nvrrp_instance V {\n}\nvrrp_script b {\n}\n",
            "vrrp_script a {\n}\n\n" + script + "vrrp_instance V {\n}\nvrrp_script b {\n}\n");
        row("others too far down", "vrrp_instance V {\n}\nvrrp_script b {\n}\n",
            script + "\nvrrp_instance V {\n}\nvrrp_script b {\n}\n");
        row("above the comment", "# the pair\n\n# web\nvrrp_sync_group G {\n}\nvrrp_instance V {\n}\n",
            "# the pair\n\n" + script + "\n# web\nvrrp_sync_group G {\n}\nvrrp_instance V {\n}\n");
        row("above what may bring instances", "$V=\\\n vrrp_instance a {\\\n }\n~SEQ(i,2) $V\n",
            "$V=\\\n vrrp_instance a {\\\n }\n" + script + "\n~SEQ(i,2) $V\n");
        row("above an include", "global_defs {\n}\ninclude conf.d/*\n",
            "global_defs {\n}\n" + script + "\ninclude conf.d/*\n");
        row("nobody there", "global_defs {\n}\n", "global_defs {\n}\n\n" + script);
    }
    void definitionsStandAboveTheirUsers()
    {
        QFETCH(QByteArray, text);
        const auto edited = add(text.toStdString(), "vrrp_script[x]");
        QTEST(QByteArray::fromStdString(edited.text), "expected");
        QCOMPARE(edited.undone, text.toStdString());
    }

    void adds()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArrayList, body);
        QFETCH(QByteArray, node);
        std::vector<std::string> words;
        for (const auto &one : body)
            words.push_back(one.toStdString());
        const auto edited = add(pair, path, words, node);
        QTEST(QByteArray::fromStdString(edited.text), "expected");
        QCOMPARE(edited.undone, pair);
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char *path, const char *code, const char *says) {
            QTest::newRow(path) << QByteArray(path) << QByteArray(code) << QByteArray(says);
        };
        row("vrrp_instance[VI_2]/priority", "E0002", "VI_1 (line 6)");
        row("vrrp_instance[VI_7]/priority", "E0002", "Did you mean VI_1?");
        row("vrrp_instance[VI_1]/prioritty", "E0004", "Did you mean priority?");
        row("vrrp_instance[VI_1]/delay_loop", "E0004", "virtual_server");
        row("virtual_server/real_server/weight", "E0005", "10.0.0.7 80 in line 16");
        row("virtual_server[#3]/delay_loop", "E0002", "10.0.0.3 80 (line 15)");
        row("vrrp_instance[VI_1]", "E0008", "is a block");
        row("vrrp_instance[VI_1]/priority/x", "E0008", "is a value");
        row("global_defs[x]/router_id", "E0008", "has no name");
        row("vrrp_instance[VI_1]/virtual_ipaddress[10.0.0.5]", "E0002", "no entry 10.0.0.5");
        row("vrrp_instance[VI_1]/virtual_ipaddress[10.0.0.3]/devv", "E0004", "Did you mean dev?");
        row("$P", "E0002", "is not defined");
    }
    void refusals()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, says);
        const auto edited = set(pair, path, "", "1");
        QTEST(QByteArray::fromStdString(edited.error.code), "code");
        const auto all = edited.error.what + ' ' + edited.error.mend;
        QVERIFY2(all.find(says.toStdString()) != std::string::npos, all.c_str());
        QVERIFY(!edited.error.mend.empty());
    }

    void valuesOfDefinitions_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("node");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const char *text, const char *node, const char *expected) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(node) << QByteArray(expected);
        };
        row("used once: where it is written", "$P=100\nvrrp_instance V {\n priority $P\n}\n", "",
            "$P=7\nvrrp_instance V {\n priority $P\n}\n");
        row("for one node", "$P=100\nvrrp_instance V {\n priority ${P}\n}\n", "lb02",
            "@lb01 $P=100\n@lb02 $P=7\nvrrp_instance V {\n priority ${P}\n}\n");
        row("one definition for each node", "@lb01 $P=150\n@lb02 $P=100\nvrrp_instance V {\n priority $P\n}\n", "lb01",
            "@lb01 $P=7\n@lb02 $P=100\nvrrp_instance V {\n priority $P\n}\n");
        row("used twice", "$P=100\nvrrp_instance V {\n priority $P\n}\nvrrp_instance W {\n priority $P\n}\n", "",
            "refused E0006");
        row("in a comment does not count", "$P=100\n# $P \nvrrp_instance V {\n priority $P\n}\n", "",
            "$P=7\n# $P \nvrrp_instance V {\n priority $P\n}\n");
        row("defined twice", "$P=100\n$P=50\nvrrp_instance V {\n priority $P\n}\n", "", "refused E0006");
        row("defined elsewhere", "vrrp_instance V {\n priority $P\n}\n", "", "refused E0006");
        row("only a part", "$P=10\nvrrp_instance V {\n priority ${P}0\n}\n", "", "refused E0006");
        row("a block's definition", "$P=a \\\n b\nvrrp_instance V {\n priority $P\n}\n", "", "refused E0006");
    }
    void valuesOfDefinitions()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, node);
        const auto edited = set(text.toStdString(), "vrrp_instance[V]/priority", node, "7");
        QTEST(QByteArray::fromStdString(edited.text), "expected");
        QCOMPARE(edited.undone, text.toStdString());
    }

    void definitionsThatOthersUseAreNamed()
    {
        const std::string text = "$P=100\nvrrp_instance V {\n priority $P\n}\nvrrp_instance W {\n priority $P\n}\n";
        const auto edited = set(text, "vrrp_instance[V]/priority", "", "7");
        QCOMPARE(edited.error.what, std::string("vrrp_instance[V]/priority is written $P; $P is defined in line 1 and "
                                                "used 2 times (lines 3 and 6), so other places would change too."));
        QCOMPARE(set(text, "vrrp_instance[V]/priority", "", "7", Written::InPlace).text,
                 std::string("$P=100\nvrrp_instance V {\n priority 7\n}\nvrrp_instance W {\n priority $P\n}\n"));
        QCOMPARE(set(text, "$P", "", "7").text,
                 std::string("$P=7\nvrrp_instance V {\n priority $P\n}\nvrrp_instance W {\n priority $P\n}\n"));
        QCOMPARE(unset(text, "$P").error.code, std::string("E0006"));
    }

    void anotherBlockWithoutAName()
    {
        const std::string text = "virtual_server 10.0.0.3 80 {\n  real_server 10.0.0.7 80 {\n    TCP_CHECK {\n"
                                 "      connect_port 81\n    }\n  }\n}\n";
        const char *path = "virtual_server[10.0.0.3 80]/real_server[10.0.0.7 80]/TCP_CHECK";
        QCOMPARE(add(text, path, {"connect_port 81"}).text, text);
        const auto two = add(text, path, {"connect_port 82"}).text;
        QCOMPARE(two, std::string("virtual_server 10.0.0.3 80 {\n  real_server 10.0.0.7 80 {\n    TCP_CHECK {\n"
                                  "      connect_port 81\n    }\n    TCP_CHECK {\n      connect_port 82\n    }\n"
                                  "  }\n}\n"));
        QCOMPARE(add(two, path, {"connect_port 83"}).text.find("83") != std::string::npos, true);
        QCOMPARE(add(pair, "vrrp_instance[VI_1]", {"priority 7"}).error.code, std::string("E0007"));
    }

    void wordsInOneLine()
    {
        const std::string text = "vrrp_sync_group G {\n  group { VI_1  VI_2 }\n}\n";
        QCOMPARE(unset(text, "vrrp_sync_group[G]/group[VI_2]").text,
                 std::string("vrrp_sync_group G {\n  group { VI_1 }\n}\n"));
        QCOMPARE(unset(text, "vrrp_sync_group[G]/group[VI_1]").text,
                 std::string("vrrp_sync_group G {\n  group { VI_2 }\n}\n"));
        QCOMPARE(set(text, "vrrp_sync_group[G]/group[VI_1]", "", "VI_9").text,
                 std::string("vrrp_sync_group G {\n  group { VI_9  VI_2 }\n}\n"));
        QCOMPARE(unset(text, "vrrp_sync_group[G]/group[VI_1]", "lb01").error.code, std::string("E0009"));
        QCOMPARE(add(text, "vrrp_sync_group[G]/group[VI_2]").text, text);
    }

    void perNodeAndBack()
    {
        const auto shared = with("interface eth0", "interface  eth0   # uplink");
        for (const auto *path : {"vrrp_instance[VI_1]/interface", "vrrp_instance[VI_1]/virtual_ipaddress[10.0.0.3]"}) {
            const EditContext context(shared, {"lb01", "lb02"});
            const auto apart = afterEdits(shared, PathEditor(context).split(pathOf(path)));
            QVERIFY(apart.text != shared);
            QCOMPARE(apart.undone, shared);
        }
        const EditContext context(shared, {"lb01", "lb02"});
        const auto path = pathOf("vrrp_instance[VI_1]/interface");
        const auto apart = afterEdits(shared, PathEditor(context).split(path)).text;
        const EditContext split(apart, {"lb01", "lb02"});
        for (const auto *node : {"lb01", "lb02"})
            QCOMPARE(afterEdits(apart, PathEditor(split).join(path, node)).text, shared);
        const auto other = set(shared, "vrrp_instance[VI_1]/interface", "lb02", "eth7").text;
        QCOMPARE(set(other, "vrrp_instance[VI_1]/interface", "", "eth0").text, shared);
    }

    void blocksWithAHeaderForEachNode()
    {
        const std::string text = "@lb01 vrrp_instance A {\n@lb02 vrrp_instance B {\n  priority 5\n}\n";
        QCOMPARE(set(text, "vrrp_instance[A]/priority", "", "7").text,
                 std::string("@lb01 vrrp_instance A {\n@lb02 vrrp_instance B {\n  priority 7\n}\n"));
        QCOMPARE(set(text, "vrrp_instance[A]/priority", "lb02", "7").text,
                 std::string("@lb01 vrrp_instance A {\n@lb02 vrrp_instance B {\n  @lb01 priority 5\n  @lb02 priority "
                             "7\n}\n"));
    }

    void unknownNode()
    {
        const auto edited = set(pair, "vrrp_instance[VI_1]/priority", "lb03", "1");
        QCOMPARE(edited.error.code, std::string("E0003"));
        QCOMPARE(edited.error.mend, std::string("Its nodes are lb01, lb02."));
    }

    void unknownWordsCanBeRemoved()
    {
        const std::string text = "vrrp_instance V {\n  prioritty 5\n}\n";
        QCOMPARE(unset(text, "vrrp_instance[V]/prioritty").text, std::string("vrrp_instance V {\n}\n"));
    }

    void bracesOnLinesOfTheirOwn()
    {
        const std::string text = "vrrp_instance V\r\n{\r\n  priority 5\r\n}\r\n";
        QCOMPARE(set(text, "vrrp_instance[V]/authentication/auth_type", "", "PASS").text,
                 std::string("vrrp_instance V\r\n{\r\n  priority 5\r\n  authentication\r\n  {\r\n    auth_type PASS\r\n"
                             "  }\r\n}\r\n"));
    }
};

QTEST_APPLESS_MAIN(TestPathEditor)
#include "tst_path_editor.moc"
