#include "common/config/edit/renamer.h"

#include <set>

#include <QtTest>

#include "common/config/edit/references.h"
#include "tests/unit/common/config/edit/edit_test.h"

using namespace twinhelm;
using config::EditContext;
using config::edit::Renamer;
using test::afterEdits;
using test::pathOf;

namespace
{

test::Edited rename(const std::string &text, const char *path, const char *name)
{
    const EditContext context(text, {"lb01", "lb02"});
    return afterEdits(text, Renamer(context).rename(pathOf(path), name));
}

} // namespace

class TestRenamer : public QObject
{
    Q_OBJECT

private slots:
    void everythingThatRefersFollows_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("behind");
        const auto row = [](const char *name, const char *path, const char *fresh, const char *before,
                            const char *behind) {
            QTest::newRow(name) << QByteArray(path) << QByteArray(fresh) << QByteArray(before) << QByteArray(behind);
        };
        row("an instance", "vrrp_instance[A]", "B",
            "global_defs {\n lvs_sync_daemon eth0 A id 5\n}\nvrrp_sync_group G {\n group { X A }\n}\ntrack_group T {\n "
            "group {\n  A\n }\n}\nvrrp_instance A { # A\n}\nvrrp_instance X {\n}\n",
            "global_defs {\n lvs_sync_daemon eth0 B id 5\n}\nvrrp_sync_group G {\n group { X B }\n}\ntrack_group T {\n "
            "group {\n  B\n }\n}\nvrrp_instance B { # A\n}\nvrrp_instance X {\n}\n");
        row("an instance behind inst", "vrrp_instance[A]", "B",
            "global_defs {\n lvs_sync_daemon eth0 inst A\n}\nvrrp_instance A {\n}\n",
            "global_defs {\n lvs_sync_daemon eth0 inst B\n}\nvrrp_instance B {\n}\n");
        row("on every node", "vrrp_instance[A]", "B",
            "@lb01 vrrp_instance A {\n@lb01 }\n@lb02 vrrp_instance A {\n@lb02 }\nvrrp_sync_group G {\n group {\n  "
            "@lb01 "
            "A\n  @lb02 A\n }\n}\n",
            "@lb01 vrrp_instance B {\n@lb01 }\n@lb02 vrrp_instance B {\n@lb02 }\nvrrp_sync_group G {\n group {\n  "
            "@lb01 "
            "B\n  @lb02 B\n }\n}\n");
        row("a script", "vrrp_script[chk]", "check_web",
            "vrrp_script chk {\n script \"/bin/chk\"\n}\nvrrp_instance A {\n notify_master chk\n track_script {\n  chk "
            "weight 5\n  other\n }\n}\nvrrp_sync_group G {\n track_script { chk }\n}\n",
            "vrrp_script check_web {\n script \"/bin/chk\"\n}\nvrrp_instance A {\n notify_master chk\n track_script "
            "{\n "
            " check_web weight 5\n  other\n }\n}\nvrrp_sync_group G {\n track_script { check_web }\n}\n");
        row("a file by its older keyword", "vrrp_track_file[f]", "g",
            "vrrp_track_file f {\n file /x\n}\nvrrp_instance A {\n track_file {\n  f weight 1\n }\n}\nvirtual_server "
            "10.0.0.1 80 {\n real_server 10.0.0.2 80 {\n  FILE_CHECK {\n   track_file f\n  }\n }\n}\n",
            "vrrp_track_file g {\n file /x\n}\nvrrp_instance A {\n track_file {\n  g weight 1\n }\n}\nvirtual_server "
            "10.0.0.1 80 {\n real_server 10.0.0.2 80 {\n  FILE_CHECK {\n   track_file g\n  }\n }\n}\n");
        row("a BFD session", "bfd_instance[b]", "c",
            "bfd_instance b {\n}\nvrrp_instance A {\n track_bfd {\n  b\n }\n}\nvirtual_server 10.0.0.1 80 {\n "
            "real_server 10.0.0.2 80 {\n  BFD_CHECK {\n   name b\n  }\n }\n}\n",
            "bfd_instance c {\n}\nvrrp_instance A {\n track_bfd {\n  c\n }\n}\nvirtual_server 10.0.0.1 80 {\n "
            "real_server 10.0.0.2 80 {\n  BFD_CHECK {\n   name c\n  }\n }\n}\n");
        row("a group of servers", "virtual_server_group[G]", "H",
            "virtual_server_group G {\n 10.0.0.1 80\n}\nvirtual_server group G {\n}\n",
            "virtual_server_group H {\n 10.0.0.1 80\n}\nvirtual_server group H {\n}\n");
        row("a track group", "track_group[T]", "U",
            "track_group T {\n group {\n  A\n }\n}\nstatic_ipaddress {\n 10.0.0.1/24 dev eth0 track_group T\n}\n"
            "static_routes {\n 10.1.0.0/16 via 10.0.0.9 track_group T\n}\n",
            "track_group U {\n group {\n  A\n }\n}\nstatic_ipaddress {\n 10.0.0.1/24 dev eth0 track_group U\n}\n"
            "static_routes {\n 10.1.0.0/16 via 10.0.0.9 track_group U\n}\n");
        row("a virtual server", "virtual_server[10.0.0.1 80]", "10.0.0.1 8080", "virtual_server 10.0.0.1   80 {\n}\n",
            "virtual_server 10.0.0.1 8080 {\n}\n");
        row("a definition", "$P", "$PRIO", "$P=1\n# $P\nvrrp_instance A {\n priority ${P}\n x $P,$P2\n}\n",
            "$PRIO=1\n# $P\nvrrp_instance A {\n priority ${PRIO}\n x $PRIO,$P2\n}\n");
        row("to what it is", "vrrp_instance[A]", "A", "vrrp_instance A {\n}\n", "vrrp_instance A {\n}\n");
        row("with blanks", "vrrp_instance[A]", "two words",
            "vrrp_instance A {\n}\nvrrp_sync_group G {\n group {\n A\n}}\n",
            "vrrp_instance \"two words\" {\n}\nvrrp_sync_group G {\n group {\n \"two words\"\n}}\n");
    }
    void everythingThatRefersFollows()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, before);
        const auto edited = rename(before.toStdString(), path, name);
        QTEST(QByteArray::fromStdString(edited.text), "behind");
        QCOMPARE(edited.undone, before.toStdString());
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const char *name, const char *text, const char *path, const char *fresh, const char *code) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(path) << QByteArray(fresh) << QByteArray(code);
        };
        const auto *const two = "vrrp_instance A {\n}\nvrrp_instance B {\n}\n";
        row("taken", two, "vrrp_instance[A]", "B", "E0007");
        row("taken by the older keyword", "vrrp_track_file a {\n}\ntrack_file b {\n}\n", "track_file[b]", "a", "E0007");
        row("not there", two, "vrrp_instance[C]", "D", "E0002");
        row("no name", "global_defs {\n}\n", "global_defs", "x", "E0008");
        row("a value", "global_defs {\n router_id x\n}\n", "global_defs/router_id", "y", "E0008");
        row("a line end", two, "vrrp_instance[A]", "x\n}", "E0001");
        row("empty", two, "vrrp_instance[A]", " ", "E0001");
        row("in a definition", "$M=A\nvrrp_instance A {\n}\n", "vrrp_instance[A]", "B", "E0006");
        row("a definition's bad name", "$P=1\n", "$P", "1x", "E0008");
        row("a definition's taken name", "$P=1\n$Q=2\n", "$P", "Q", "E0007");
    }
    void refusals()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, name);
        const auto edited = rename(text.toStdString(), path, name);
        QTEST(QByteArray::fromStdString(edited.error.code), "code");
        QVERIFY(!edited.error.mend.empty());
        QCOMPARE(edited.text, "refused " + edited.error.code);
    }

    /// Whatever block some row refers to can be renamed together with that row's word.
    void everyReferenceOfTheSchemaIsKnown()
    {
        std::set<std::string_view> blocks;
        int rows = 0;
        for (const auto &block : config::schema::blocks()) {
            for (const auto &row : block.keywords) {
                rows += row.refersTo.empty() ? 0 : 1;
                if (!row.refersTo.empty())
                    blocks.insert(row.refersTo);
                for (const auto &argument : row.more) {
                    rows += argument.refersTo.empty() ? 0 : 1;
                    if (!argument.refersTo.empty())
                        blocks.insert(argument.refersTo);
                }
            }
        }
        QVERIFY(rows >= 15);
        for (const auto block : blocks) {
            const auto *row = config::schema::find("", block);
            QVERIFY2(row != nullptr, std::string(block).c_str());
            QCOMPARE(config::edit::properKeyword(*row), block);
        }
        for (const auto *block : {"vrrp_instance", "vrrp_script", "track_file", "vrrp_track_process", "bfd_instance",
                                  "track_group", "virtual_server_group"})
            QVERIFY2(blocks.contains(block), block);
    }
};

QTEST_APPLESS_MAIN(TestRenamer)
#include "tst_renamer.moc"
