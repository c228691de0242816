#include "gui/core/models/block_tree_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

#include "common/config/load.h"

using namespace twinhelm;
using namespace twinhelm::desk;

namespace
{

const QByteArray text = R"(global_defs {
    router_id a
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 50
    authentication {
        auth_type PASS
    }
    virtual_ipaddress {
        10.0.0.3
    }
}
@lb01 vrrp_instance VI_2 {
    interface eth1
}
@lb02 vrrp_instance VI_2 {
    interface eth2
}
virtual_server 10.0.0.3 80 {
    real_server 10.0.0.7 80 {
        HTTP_GET {
            url {
                path /a
            }
            url {
                path /b
            }
        }
    }
}
colours {
}
)";

/// "Instances(VI_1 VI_2)" and so on.
QString drawn(const BlockTreeModel &model, const QModelIndex &parent = {})
{
    QStringList out;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const auto index = model.index(row, 0, parent);
        const auto inner = drawn(model, index);
        out << index.data().toString() + (inner.isEmpty() ? QString() : u'(' + inner + u')');
    }
    return out.join(u' ');
}

} // namespace

class TestBlockTreeModel : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        document_ = std::make_unique<Document>(QStringList{QStringLiteral("lb01"), QStringLiteral("lb02")});
        document_->reset(text);
        model_ = std::make_unique<BlockTreeModel>();
        tester_ = std::make_unique<QAbstractItemModelTester>(model_.get());
        model_->setDocument(document_.get());
    }
    void cleanup()
    {
        tester_.reset();
        model_.reset();
        document_.reset();
    }

    void blocksStandUnderTheirHeadings()
    {
        QCOMPARE(drawn(*model_), QStringLiteral("Node(global_defs) Instances(VI_1 VI_2) "
                                                "Virtual servers(10.0.0.3 80(10.0.0.7 80(HTTP_GET(url url #2)))) "
                                                "Other(colours)"));
    }

    void aBlockOfEachNodeIsOne()
    {
        const auto *entry = model_->entry(model_->indexOf({{"vrrp_instance", "VI_2"}}));
        QVERIFY(entry);
        QCOMPARE(entry->ranges.size(), 2);
        QVERIFY(entry->nodes.isEmpty());
    }

    void aBlockOfOneNodeSaysSo()
    {
        document_->reset("@lb02 vrrp_script check {\n}\n");
        document_->flush();
        const auto index = model_->indexOf({{"vrrp_script", "check"}});
        QCOMPARE(index.data(BlockTreeModel::NoteRole).toString(), QStringLiteral("lb02"));
    }

    void aPlaceInTheTextLeadsToItsBlock()
    {
        QCOMPARE(model_->indexAt(text.indexOf("path /b")).data().toString(), QStringLiteral("url #2"));
        QCOMPARE(model_->indexAt(text.indexOf("auth_type")).data().toString(), QStringLiteral("VI_1"));
        QCOMPARE(model_->indexAt(text.indexOf("interface eth2")).data().toString(), QStringLiteral("VI_2"));
        QVERIFY(!model_->indexAt(text.size()).isValid());
        QCOMPARE(model_
                     ->indexOf({{"virtual_server", "10.0.0.3 80"},
                                {"real_server", "10.0.0.7 80"},
                                {"HTTP_GET", ""},
                                {"url", "", 2}})
                     .data(BlockTreeModel::NoteRole)
                     .toString(),
                 QStringLiteral("/b"));
    }

    void theFirstInstanceComesFirst() { QCOMPARE(model_->firstBlock().data().toString(), QStringLiteral("VI_1")); }

    void aChangedValueMovesNoRow()
    {
        QSignalSpy reset(model_.get(), &QAbstractItemModel::modelReset);
        const QPersistentModelIndex kept = model_->indexOf({{"vrrp_instance", "VI_1"}});
        QVERIFY(document_->replaceText(text.indexOf("eth0"), 4, QStringLiteral("bond0.17")));
        document_->flush();
        QCOMPARE(reset.size(), 0);
        QVERIFY(kept.isValid());
        QVERIFY(model_->entry(kept)->contains(document_->text().indexOf("virtual_router_id")));
    }

    void problemsShowAtTheirBlock()
    {
        const auto index = model_->indexOf({{"colours", ""}});
        QCOMPARE(index.data(BlockTreeModel::SeverityRole).toInt(), static_cast<int>(Severity::Error));
    }

    void nothingIsThereWithoutADocument()
    {
        model_->setDocument(nullptr);
        QCOMPARE(model_->rowCount(), 0);
        QVERIFY(!model_->firstBlock().isValid());
    }

private:
    std::unique_ptr<Document> document_;
    std::unique_ptr<BlockTreeModel> model_;
    std::unique_ptr<QAbstractItemModelTester> tester_;
};

QTEST_GUILESS_MAIN(TestBlockTreeModel)
#include "tst_block_tree_model.moc"
