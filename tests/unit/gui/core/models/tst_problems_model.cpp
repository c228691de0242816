#include "gui/core/models/problems_model.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace twinhelm;
using namespace twinhelm::desk;

class TestProblemsModel : public QObject
{
    Q_OBJECT

private slots:
    void problemsFollowTheDocument()
    {
        Document document({QStringLiteral("lb01")});
        ProblemsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setDocument(&document);
        QCOMPARE(model.rowCount(), 0);
        document.reset("# ä\n}\n");
        document.flush();
        QCOMPARE(model.errorCount(), 1);
        QCOMPARE(model.index(0, ProblemsModel::PlaceColumn).data().toString(), QStringLiteral("2:1"));
        QCOMPARE(model.index(0, ProblemsModel::NodeColumn).data().toString(), QStringLiteral("all"));
        QCOMPARE(document.text().mid(model.index(0, 0).data(ProblemsModel::BeginRole).toInt(), 1), QByteArray("}"));
        QVERIFY(model.problemAt(0));
        QVERIFY(!model.problemAt(1));
        document.apply(QStringLiteral("x"), {TextEdit{SourceRange{0, 5, 6}, ""}});
        document.flush();
        QCOMPARE(model.errorCount(), 0);
        model.setDocument(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestProblemsModel)
#include "tst_problems_model.moc"
