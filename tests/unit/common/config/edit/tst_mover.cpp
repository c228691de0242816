#include "common/config/edit/mover.h"

#include <QtTest>

#include "tests/unit/common/config/edit/edit_test.h"

using namespace twinhelm;
using config::EditContext;
using config::edit::Mover;
using config::edit::Side;
using test::afterEdits;
using test::pathOf;

namespace
{

test::Edited move(const std::string &text, const char *what, Side side, const char *where)
{
    const EditContext context(text, {"lb01", "lb02"});
    return afterEdits(text, Mover(context).move(pathOf(what), side, pathOf(where)));
}

const std::string three =
    "# first\nvrrp_instance A {\n}\n\n# second\n# of three\nvrrp_instance B {\n  priority 1 # p\n}\n"
    "vrrp_instance C {\n  priority 3\n}\n";

} // namespace

Q_DECLARE_METATYPE(twinhelm::config::edit::Side)

class TestMover : public QObject
{
    Q_OBJECT

private slots:
    void moves_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<Side>("side");
        QTest::addColumn<QByteArray>("where");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const std::string &text, const char *what, Side side, const char *where,
                            const std::string &expected) {
            QTest::newRow(name) << QByteArray::fromStdString(text) << QByteArray(what) << side << QByteArray(where)
                                << QByteArray::fromStdString(expected);
        };
        row("a block with its comment, up", three, "vrrp_instance[B]", Side::Before, "vrrp_instance[A]",
            "# second\n# of three\nvrrp_instance B {\n  priority 1 # p\n}\n# first\nvrrp_instance A {\n}\n\n"
            "vrrp_instance C {\n  priority 3\n}\n");
        row("down", three, "vrrp_instance[B]", Side::Behind, "vrrp_instance[C]",
            "# first\nvrrp_instance A {\n}\n\nvrrp_instance C {\n  priority 3\n}\n# second\n# of three\n"
            "vrrp_instance B {\n  priority 1 # p\n}\n");
        row("where it is", three, "vrrp_instance[B]", Side::Before, "vrrp_instance[C]", three);
        row("to itself", three, "vrrp_instance[B]", Side::Before, "vrrp_instance[B]", three);
        const std::string groups = "vrrp_sync_group G {\n\tgroup {\n\t\tA # a\n\t\tB\n\t}\n}\n"
                                   "vrrp_sync_group H {\n  group {\n    C\n  }\n}\n";
        row("a member to another group", groups, "vrrp_sync_group[G]/group[A]", Side::Into, "vrrp_sync_group[H]/group",
            "vrrp_sync_group G {\n\tgroup {\n\t\tB\n\t}\n}\nvrrp_sync_group H {\n  group {\n    C\n    A # a\n  "
            "}\n}\n");
        row("between entries", groups, "vrrp_sync_group[G]/group[B]", Side::Before, "vrrp_sync_group[H]/group[C]",
            "vrrp_sync_group G {\n\tgroup {\n\t\tA # a\n\t}\n}\nvrrp_sync_group H {\n  group {\n    B\n    C\n  "
            "}\n}\n");
        row("a member among others in a line",
            "vrrp_sync_group G {\n group { A B }\n}\nvrrp_sync_group H {\n group { C }\n}\n",
            "vrrp_sync_group[G]/group[B]", Side::Into, "vrrp_sync_group[H]/group",
            "vrrp_sync_group G {\n group { A }\n}\nvrrp_sync_group H {\n group { C \n  B\n }\n}\n");
        const std::string servers = "virtual_server 10.0.0.1 80 {\r\n  real_server 10.0.0.7 80 {\r\n    weight 1\r\n  "
                                    "}\r\n}\r\nvirtual_server 10.0.0.2 80 {\r\n}";
        row("into an empty block, with indentation and line ends", servers,
            "virtual_server[10.0.0.1 80]/real_server[10.0.0.7 80]", Side::Into, "virtual_server[10.0.0.2 80]",
            "virtual_server 10.0.0.1 80 {\r\n}\r\nvirtual_server 10.0.0.2 80 {\r\n  real_server 10.0.0.7 80 {\r\n    "
            "weight 1\r\n  }\r\n}");
        row("behind a last line without its end", servers, "virtual_server[10.0.0.1 80]", Side::Behind,
            "virtual_server[10.0.0.2 80]",
            "virtual_server 10.0.0.2 80 {\r\n}\r\nvirtual_server 10.0.0.1 80 {\r\n  real_server 10.0.0.7 80 {\r\n    "
            "weight 1\r\n  }\r\n}\r\n");
    }
    void moves()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, what);
        QFETCH(Side, side);
        QFETCH(QByteArray, where);
        const auto edited = move(text.toStdString(), what, side, where);
        QTEST(QByteArray::fromStdString(edited.text), "expected");
        QCOMPARE(edited.undone, text.toStdString());
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<Side>("side");
        QTest::addColumn<QByteArray>("where");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const char *name, const char *what, Side side, const char *where, const char *code) {
            QTest::newRow(name) << QByteArray(what) << side << QByteArray(where) << QByteArray(code);
        };
        row("nothing there", "vrrp_instance[D]", Side::Before, "vrrp_instance[A]", "E0002");
        row("nowhere", "vrrp_instance[A]", Side::Before, "vrrp_instance[D]", "E0002");
        row("into a value", "vrrp_instance[A]", Side::Into, "vrrp_instance[B]/priority", "E0008");
        row("into itself", "vrrp_instance[B]", Side::Before, "vrrp_instance[B]/priority", "E0008");
    }
    void refusals()
    {
        QFETCH(QByteArray, what);
        QFETCH(Side, side);
        QFETCH(QByteArray, where);
        const auto edited = move(three, what, side, where);
        QTEST(QByteArray::fromStdString(edited.error.code), "code");
    }

    void nodesThatDoNotReadTheNewPlace()
    {
        const std::string text =
            "vrrp_sync_group G {\n group {\n  A\n }\n}\n@lb01 vrrp_sync_group H {\n @lb01 group {\n "
            "  @lb01 B\n @lb01 }\n@lb01 }\n";
        QCOMPARE(move(text, "vrrp_sync_group[G]/group[A]", Side::Into, "vrrp_sync_group[H]/group").error.code,
                 std::string("E0009"));
    }
};

QTEST_APPLESS_MAIN(TestMover)
#include "tst_mover.moc"
