#include "gui/core/models/what_if_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace twinhelm;
using namespace twinhelm::desk;

namespace
{

const QByteArray pair = "vrrp_instance VI_1 {\n    state BACKUP\n    interface eth0\n    virtual_router_id 51\n"
                        "    @lb01 priority 150\n    @lb02 priority 100\n    virtual_ipaddress {\n        10.0.0.3\n"
                        "    }\n}\n";

} // namespace

class TestWhatIfModel : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        document_ = std::make_unique<Document>(QStringList{QStringLiteral("lb01"), QStringLiteral("lb02")});
        document_->reset(pair);
        document_->flush();
        model_ = std::make_unique<WhatIfModel>();
        tester_ = std::make_unique<QAbstractItemModelTester>(model_.get());
        model_->setDocument(document_.get());
    }
    void cleanup()
    {
        tester_.reset();
        model_.reset();
        document_.reset();
    }

    void nothingIsComputedWhileNobodyLooks()
    {
        QVERIFY(!model_->isBusy());
        QCOMPARE(model_->rowCount(), 0);
    }

    void aDeadMasterHandsOver()
    {
        watch();
        const int row = rowOf(QStringLiteral("lb01 dies"));
        QCOMPARE(cell(row, WhatIfModel::AddressColumn), QStringLiteral("10.0.0.3"));
        QCOMPARE(cell(row, WhatIfModel::HolderColumn), QStringLiteral("lb01 → lb02"));
        QVERIFY(cell(row, WhatIfModel::WithoutColumn).endsWith(QStringLiteral(" s")));
        QCOMPARE(cell(row, WhatIfModel::AfterColumn), QStringLiteral("on lb01"));
        QCOMPARE(cell(rowOf(QStringLiteral("lb02 dies")), WhatIfModel::HolderColumn), QStringLiteral("stays on lb01"));
    }

    void theWorstComesFirst()
    {
        watch();
        QCOMPARE(cell(0, WhatIfModel::FailureColumn), QStringLiteral("the nodes do not hear each other"));
        QCOMPARE(model_->count(WhatIfModel::Outcome::SplitBrain), 0); // what any pair does
        QCOMPARE(model_->count(WhatIfModel::Outcome::Nobody), 0);
        QCOMPARE(model_->count(WhatIfModel::Outcome::Moves), 3); // lb01 dies, stops, loses its link
        document_->reset(QByteArray(pair)
                             .replace("    virtual_ipaddress", "    track_script {\n        check\n    }\n"
                                                               "    virtual_ipaddress")
                             .prepend("vrrp_script check {\n    script \"/bin/true\"\n    interval 1\n}\n"));
        document_->flush();
        QVERIFY(!document_->hasErrors());
        QTRY_VERIFY(!model_->isBusy());
        QCOMPARE(cell(0, WhatIfModel::FailureColumn), QStringLiteral("check fails on every node"));
        QCOMPARE(cell(0, WhatIfModel::HolderColumn), QStringLiteral("nobody"));
        QCOMPARE(model_->count(WhatIfModel::Outcome::Nobody), 1);
    }

    void anEditMakesItAnew()
    {
        watch();
        document_->reset(QByteArray(pair).replace("@lb02 priority 100", "@lb02 priority 200"));
        document_->flush();
        QTRY_VERIFY(!model_->isBusy());
        QCOMPARE(cell(rowOf(QStringLiteral("lb02 dies")), WhatIfModel::HolderColumn), QStringLiteral("lb02 → lb01"));
    }

    void aCommentChangesNothing()
    {
        watch();
        document_->reset(pair + "# a comment\n");
        document_->flush();
        QVERIFY(!model_->isBusy());
    }

    void withErrorsTheLastTableStays()
    {
        watch();
        const int rows = model_->rowCount();
        document_->reset(QByteArray(pair).replace("priority 150", "priority many"));
        document_->flush();
        QVERIFY(document_->hasErrors());
        QVERIFY(!model_->isBusy());
        QCOMPARE(model_->rowCount(), rows);
        QVERIFY(!model_->remark().isEmpty());
    }

private:
    void watch()
    {
        QSignalSpy changed(model_.get(), &WhatIfModel::changed);
        model_->setWatched(true);
        QVERIFY(model_->isBusy());
        QTRY_VERIFY(!model_->isBusy());
        QVERIFY(model_->rowCount() > 0);
    }
    [[nodiscard]] int rowOf(const QString &failure) const
    {
        const auto found = model_->match(model_->index(0, 0), Qt::DisplayRole, failure, 1, Qt::MatchExactly);
        return found.isEmpty() ? -1 : found.front().row();
    }
    [[nodiscard]] QString cell(int row, int column) const { return model_->index(row, column).data().toString(); }

    std::unique_ptr<Document> document_;
    std::unique_ptr<WhatIfModel> model_;
    std::unique_ptr<QAbstractItemModelTester> tester_;
};

QTEST_GUILESS_MAIN(TestWhatIfModel)
#include "tst_what_if_model.moc"
