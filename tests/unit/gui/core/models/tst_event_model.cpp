#include "gui/core/models/event_model.h"

#include <QAbstractItemModelTester>
#include <QtTest>

#include "gui/core/base/qt_text.h"

using namespace twinhelm;
using namespace twinhelm::desk;

namespace
{

wire::Event makeEvent(std::uint64_t id, WallMillis time, const std::string &text = "x",
                      const std::string &kind = "vrrp.state", const std::string &severity = "info")
{
    wire::Event out;
    out.id = id;
    out.time = time;
    out.text = text;
    out.kind = kind;
    out.severity = severity;
    return out;
}

} // namespace

class TestEventModel : public QObject
{
    Q_OBJECT

private:
    static QList<quint64> ids(const EventModel &model)
    {
        QList<quint64> out;
        for (int row = 0; row < model.rowCount(); ++row)
            out << model.index(row, 0).data(EventModel::IdRole).toULongLong();
        return out;
    }

private slots:
    void newestComesFirstAcrossNodes()
    {
        EventModel model(10);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.append(QStringLiteral("lb01"), makeEvent(1, 100));
        model.append(QStringLiteral("lb01"), makeEvent(2, 300));
        model.append(QStringLiteral("lb02"), makeEvent(11, 200));
        model.append(QStringLiteral("lb01"), makeEvent(3, 300));
        QCOMPARE(ids(model), (QList<quint64>{3, 2, 11, 1}));
        QCOMPARE(model.index(2, EventModel::NodeColumn).data().toString(), QStringLiteral("lb02"));
    }

    void theSameEventTwiceIsOne()
    {
        EventModel model(10);
        model.append(QStringLiteral("lb01"), makeEvent(1, 100));
        model.append(QStringLiteral("lb01"), makeEvent(1, 100));
        model.append(QStringLiteral("lb02"), makeEvent(1, 100));
        QCOMPARE(model.rowCount(), 2);
        model.append(QStringLiteral("lb01"), makeEvent(1, 900)); // the node's journal began anew
        QCOMPARE(model.rowCount(), 3);
    }

    void onlySoManyAreKept()
    {
        EventModel model(3);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        for (std::uint64_t i = 1; i <= 5; ++i)
            model.append(QStringLiteral("lb01"), makeEvent(i, static_cast<WallMillis>(i)));
        QCOMPARE(ids(model), (QList<quint64>{5, 4, 3}));
        model.append(QStringLiteral("lb01"), makeEvent(9, 0));
        QCOMPARE(ids(model), (QList<quint64>{5, 4, 3}));
        QCOMPARE(model.totalCount(), 3);
    }

    void filtersShowAndHide_data()
    {
        QTest::addColumn<EventFilter>("filter");
        QTest::addColumn<QList<quint64>>("shown");
        QTest::newRow("none") << EventFilter{} << QList<quint64>{4, 3, 2, 1};
        QTest::newRow("text") << EventFilter{QStringLiteral("MASTER"), {}, {}, {}} << QList<quint64>{2, 1};
        QTest::newRow("node") << EventFilter{{}, {QStringLiteral("lb02")}, {}, {}} << QList<quint64>{2};
        QTest::newRow("kind") << EventFilter{{}, {}, {QStringLiteral("vrrp.state")}, {}} << QList<quint64>{2, 1};
        QTest::newRow("kinds") << EventFilter{{}, {}, {QStringLiteral("vrrp.")}, {}} << QList<quint64>{3, 2, 1};
        QTest::newRow("severity") << EventFilter{{}, {}, {}, QStringLiteral("warning")} << QList<quint64>{4, 3};
    }
    void filtersShowAndHide()
    {
        QFETCH(EventFilter, filter);
        QFETCH(QList<quint64>, shown);
        const auto fill = [](EventModel &model) {
            model.append(QStringLiteral("lb01"), makeEvent(1, 1, "became master", "vrrp.state", "notice"));
            model.append(QStringLiteral("lb02"), makeEvent(2, 2, "left Master", "vrrp.state"));
            model.append(QStringLiteral("lb01"), makeEvent(3, 3, "script", "vrrp.tracker", "warning"));
            model.append(QStringLiteral("lb01"), makeEvent(4, 4, "refused", "config.refused", "error"));
        };
        EventModel before(10);
        const QAbstractItemModelTester tester(&before, QAbstractItemModelTester::FailureReportingMode::Fatal);
        before.setFilter(filter);
        fill(before);
        QCOMPARE(ids(before), shown);
        EventModel after(10);
        fill(after);
        after.setFilter(filter);
        QCOMPARE(ids(after), shown);
        after.setFilter({});
        QCOMPARE(after.rowCount(), 4);
    }

    void droppingAHiddenEventDisturbsNothing()
    {
        EventModel model(2);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setFilter({QStringLiteral("keep"), {}, {}, {}});
        model.append(QStringLiteral("a"), makeEvent(1, 1, "keep"));
        model.append(QStringLiteral("a"), makeEvent(2, 2, "hidden"));
        model.append(QStringLiteral("a"), makeEvent(3, 3, "hidden"));
        QCOMPARE(model.rowCount(), 0);
        model.append(QStringLiteral("a"), makeEvent(4, 4, "keep"));
        QCOMPARE(ids(model), QList<quint64>{4});
    }

    void tooltipsShowDetailsAsPlainText()
    {
        EventModel model(2);
        auto one = makeEvent(1, 1, "<b>bold</b>");
        one.details["to"] = "MASTER";
        model.append(QStringLiteral("a"), one);
        const auto tip = model.index(0, 0).data(Qt::ToolTipRole).toString();
        QVERIFY(tip.contains(QStringLiteral("&lt;b&gt;")));
        QVERIFY(tip.contains(QStringLiteral("to: MASTER")));
    }
};

QTEST_GUILESS_MAIN(TestEventModel)
#include "tst_event_model.moc"
