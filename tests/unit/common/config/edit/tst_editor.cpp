#include "common/config/edit/editor.h"

#include <QtTest>

#include "common/config/edit/apply_edits.h"

using namespace twinhelm;
using config::applyEdits;
using config::Editor;
using config::Target;

namespace
{

const Target priority{{{"vrrp_instance", "VI_1"}}, "priority"};
const Target authType{{{"vrrp_instance", "VI_1"}, {"authentication", ""}}, "auth_type"};
const std::vector<config::BlockRef> vips{{"vrrp_instance", "VI_1"}, {"virtual_ipaddress", ""}};

QByteArray after(const std::string &text, const Editor::Edits &edits)
{
    if (!edits)
        return QByteArray::fromStdString("refused " + edits.error().code);
    return QByteArray::fromStdString(applyEdits(text, *edits));
}

std::string instance(const std::string &body)
{
    return "vrrp_instance VI_1 {\n" + body + "}\n";
}

} // namespace

class TestEditor : public QObject
{
    Q_OBJECT

private slots:
    void setsValue_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("node");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const char *body, const char *node, const char *value,
                            const char *expected) {
            QTest::newRow(name) << QByteArray(body) << QByteArray(node) << QByteArray(value) << QByteArray(expected);
        };
        row("shared, for all: only the value's bytes", "  priority\t100   # base\n", "", "150",
            "  priority\t150   # base\n");
        row("shared, for one: a line each", "  priority 100\n", "lb01", "150",
            "  @lb01 priority 150\n  @lb02 priority 100\n");
        row("the other one comes second", "  priority 100\n", "lb02", "90",
            "  @lb01 priority 100\n  @lb02 priority 90\n");
        row("split, for one", "  @lb01 priority 150\n  @lb02 priority 100\n", "lb02", "120",
            "  @lb01 priority 150\n  @lb02 priority 120\n");
        row("split, for all: joined", "  @lb01 priority 150\n  @lb02 priority 100\n", "", "120", "  priority 120\n");
        row("all but one", "  @^lb01 priority 100\n", "lb01", "150", "  @^lb01 priority 100\n  @lb01 priority 150\n");
        row("absent, for all", "  state BACKUP\n", "", "150", "  state BACKUP\n  priority 150\n");
        row("absent, for one", "  state BACKUP\n", "lb01", "150", "  state BACKUP\n  @lb01 priority 150\n");
        row("quoted, right behind its keyword", "  priority\"100\"\n", "", "150", "  priority 150\n");
        row("quoted again", "  priority\"100\"\n", "", "\"150\"", "  priority\"150\"\n");
        row("nothing to do", "  priority 100\n", "", "100", "  priority 100\n");
        row("others stay", "  x { priority 1 }\n  priority 100\n", "", "7", "  x { priority 1 }\n  priority 7\n");
    }
    void setsValue()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, node);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, expected);
        const auto text = instance(body.toStdString());
        const Editor editor(text, {"lb01", "lb02"});
        QCOMPARE(after(text, editor.setValue(priority, node.toStdString(), value.toStdString())),
                 QByteArray::fromStdString(instance(expected.toStdString())));
    }

    void blockOnOneLine()
    {
        const std::string text = "vrrp_instance VI_1 { priority 100 }\n";
        const Editor editor(text, {"lb01", "lb02"});
        QCOMPARE(after(text, editor.setValue(priority, {}, "150")),
                 QByteArray("vrrp_instance VI_1 { priority 150 }\n"));
        QCOMPARE(after(text, editor.setValue(priority, "lb01", "150")),
                 QByteArray("vrrp_instance VI_1 { \n    @lb01 priority 150\n    @lb02 priority 100\n     }\n"));
        const Target state{{{"vrrp_instance", "VI_1"}}, "state"};
        QCOMPARE(after(text, editor.setValue(state, {}, "MASTER")),
                 QByteArray("vrrp_instance VI_1 { priority 100 \n    state MASTER\n}\n"));
    }

    void carriageReturnsStay()
    {
        const std::string text = "vrrp_instance VI_1 {\r\n\tpriority 100\r\n}\r\n";
        const Editor editor(text, {"lb01", "lb02"});
        QCOMPARE(after(text, editor.setValue(priority, "lb01", "150")),
                 QByteArray("vrrp_instance VI_1 {\r\n\t@lb01 priority 150\r\n\t@lb02 priority 100\r\n}\r\n"));
    }

    void makesInnerBlocks()
    {
        const auto text = instance("    state BACKUP\n");
        const Editor editor(text, {"lb01", "lb02"});
        QCOMPARE(after(text, editor.setValue(authType, {}, "PASS")),
                 QByteArray::fromStdString(
                     instance("    state BACKUP\n    authentication {\n        auth_type PASS\n    }\n")));
    }

    void conditionalBlock()
    {
        const std::string text = "@lb01 vrrp_instance VI_1 {\n  @lb01 priority 100\n@lb01 }\n";
        const Editor editor(text, {"lb01", "lb02"});
        QCOMPARE(after(text, editor.setValue(priority, {}, "150")),
                 QByteArray("@lb01 vrrp_instance VI_1 {\n  @lb01 priority 150\n@lb01 }\n"));
        const Target state{{{"vrrp_instance", "VI_1"}}, "state"};
        QCOMPARE(after(text, editor.setValue(state, "lb01", "MASTER")),
                 QByteArray("@lb01 vrrp_instance VI_1 {\n  @lb01 priority 100\n  @lb01 state MASTER\n@lb01 }\n"));
    }

    void threeNodes()
    {
        const auto text = instance("  priority 100\n");
        const Editor editor(text, {"a", "b", "c"});
        QCOMPARE(after(text, editor.setValue(priority, "b", "150")),
                 QByteArray::fromStdString(instance("  @^b priority 100\n  @b priority 150\n")));
    }

    void splitsAndJoins()
    {
        const auto shared = instance("  priority 100 # p\n");
        const Editor editor(shared, {"lb01", "lb02"});
        const auto apart = after(shared, editor.splitValue(priority));
        QCOMPARE(apart, QByteArray::fromStdString(instance("  @lb01 priority 100\n  @lb02 priority 100 # p\n")));
        const Editor again(apart.toStdString(), {"lb01", "lb02"});
        QVERIFY(!again.isShared(priority));
        QCOMPARE(after(apart.toStdString(), again.joinValue(priority, "lb02")), QByteArray::fromStdString(shared));
    }

    void removes()
    {
        const auto text = instance("  priority 100\n  nopreempt\n");
        const Editor editor(text, {"lb01", "lb02"});
        QCOMPARE(after(text, editor.removeValue(priority, {})), QByteArray::fromStdString(instance("  nopreempt\n")));
        const Target nopreempt{{{"vrrp_instance", "VI_1"}}, "nopreempt"};
        QCOMPARE(after(text, editor.removeValue(nopreempt, "lb02")),
                 QByteArray::fromStdString(instance("  priority 100\n  @lb01 nopreempt\n")));
    }

    void entries()
    {
        const auto text = instance("  virtual_ipaddress {\n    10.0.0.3 # web\n    10.0.0.4\n  }\n");
        const Editor editor(text, {"lb01", "lb02"});
        QCOMPARE(after(text, editor.setEntries(vips, {}, {"10.0.0.3", "10.0.0.5/24 dev eth1"})),
                 QByteArray::fromStdString(
                     instance("  virtual_ipaddress {\n    10.0.0.3 # web\n    10.0.0.5/24 dev eth1\n  }\n")));
        QCOMPARE(after(text, editor.setEntries(vips, "lb01", {"10.0.0.3"})),
                 QByteArray::fromStdString(
                     instance("  virtual_ipaddress {\n    10.0.0.3 # web\n    @lb02 10.0.0.4\n  }\n")));
        QCOMPARE(editor.entries(vips, "lb01").size(), std::size_t{2});
    }

    void readsValues()
    {
        const auto text = instance("  @lb01 priority 150\n  @lb02 priority 100\n  nopreempt\n");
        const Editor editor(text, {"lb01", "lb02"});
        QCOMPARE(editor.value(priority, "lb01"), std::optional<std::string>("150"));
        QCOMPARE(editor.value(priority, "lb02"), std::optional<std::string>("100"));
        QCOMPARE(editor.value({{{"vrrp_instance", "VI_1"}}, "nopreempt"}, "lb01"), std::optional<std::string>(""));
        QCOMPARE(editor.value({{{"vrrp_instance", "VI_1"}}, "state"}, "lb01"), std::nullopt);
    }

    void oneOfSeveralWithoutAName()
    {
        const std::string text = "HTTP {\n  url {\n    path /a\n  }\n  url {\n    path /b\n  }\n}\n";
        const Editor editor(text, {"lb01"});
        const Target second{{{"HTTP", ""}, {"url", "", 2}}, "path"};
        QCOMPARE(editor.value(second, {}), std::optional<std::string>("/b"));
        QCOMPARE(after(text, editor.setValue(second, {}, "/c")),
                 QByteArray("HTTP {\n  url {\n    path /a\n  }\n  url {\n    path /c\n  }\n}\n"));
        const Target third{{{"HTTP", ""}, {"url", "", 3}}, "path"};
        QCOMPARE(after(text, editor.setValue(third, {}, "/c")), QByteArray("refused E0002"));
    }

    void valuesInTheOrderOfTheText()
    {
        const auto text = instance("  priority 100\n  @lb02 priority 90\n");
        const Editor editor(text, {"lb01", "lb02"});
        QCOMPARE(editor.values(priority, "lb01"), std::vector<std::string>{"100"});
        QCOMPARE(editor.values(priority, "lb02"), (std::vector<std::string>{"100", "90"}));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("node");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("line end") << QByteArray() << QByteArray("1\n}") << QByteArray("refused E0001");
        QTest::newRow("NUL") << QByteArray() << QByteArray("1\0", 2) << QByteArray("refused E0001");
        QTest::newRow("comment") << QByteArray() << QByteArray("1 # x") << QByteArray("refused E0001");
        QTest::newRow("brace") << QByteArray() << QByteArray("1 }") << QByteArray("refused E0001");
        QTest::newRow("quote") << QByteArray() << QByteArray("\"a") << QByteArray("refused E0001");
        QTest::newRow("node") << QByteArray("lb09") << QByteArray("1") << QByteArray("refused E0003");
    }
    void refuses()
    {
        QFETCH(QByteArray, node);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, code);
        const auto text = instance("  priority 100\n");
        const Editor editor(text, {"lb01", "lb02"});
        QCOMPARE(after(text, editor.setValue(priority, node.toStdString(), value.toStdString())), code);
    }

    void unknownBlock()
    {
        const std::string text = "x\n";
        const Editor editor(text, {"lb01"});
        QCOMPARE(after(text, editor.setValue(priority, {}, "1")), QByteArray("refused E0002"));
    }
};

QTEST_APPLESS_MAIN(TestEditor)
#include "tst_editor.moc"
