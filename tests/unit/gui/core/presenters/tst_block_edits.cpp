#include "gui/core/presenters/block_edits.h"

#include <algorithm>

#include <QtTest>

#include "common/config/load.h"

using namespace twinhelm;
using namespace twinhelm::desk;

namespace
{

const QByteArray text =
    "vrrp_script check {\n    script \"/bin/true\"\n}\n\nvrrp_instance VI_1 {\n    interface bond0\n"
    "    virtual_router_id 51\n    track_script {\n        check\n    }\n}\n";

QStringList keywords(const BlockPath &path)
{
    QStringList out;
    for (const auto &kind : addableKinds(path))
        out << kind.keyword;
    return out;
}

} // namespace

class TestBlockEdits : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        document_ = std::make_unique<Document>(QStringList{QStringLiteral("lb01"), QStringLiteral("lb02")});
        document_->reset(text);
        document_->flush();
    }

    void aNewInstanceCanRunAtOnce()
    {
        const BlockEdits edits(document_.get());
        QCOMPARE(edits.freeName(QStringLiteral("vrrp_instance")), QStringLiteral("VI_2"));
        const auto path = edits.add({}, QStringLiteral("vrrp_instance"), QStringLiteral("VI_2"));
        QVERIFY(path);
        QCOMPARE(*path, (BlockPath{{"vrrp_instance", "VI_2"}}));
        QVERIFY2(document_->text().contains("\nvrrp_instance VI_2 {\n    state BACKUP\n    interface bond0\n"
                                            "    virtual_router_id 52\n"),
                 document_->text());
        QCOMPARE(document_->undoStack()->undoText(), QStringLiteral("Add vrrp_instance VI_2"));
        QVERIFY(!document_->hasErrors());
        document_->undoStack()->undo();
        QCOMPARE(document_->text(), text);
    }

    void blocksGoIntoBlocks()
    {
        const BlockEdits edits(document_.get());
        const auto service = edits.add({}, QStringLiteral("virtual_server"), QStringLiteral("10.0.0.3  80"));
        QVERIFY(service);
        QCOMPARE(service->back().name, std::string("10.0.0.3 80"));
        const auto server = edits.add(*service, QStringLiteral("real_server"), QStringLiteral("10.0.0.7 80"));
        QVERIFY(server);
        const auto check = edits.add(*server, QStringLiteral("HTTP_GET"), {});
        QVERIFY(check);
        QVERIFY2(document_->text().contains("        HTTP_GET {\n            url {\n                path /\n"),
                 document_->text());
        const auto url = edits.add(*check, QStringLiteral("url"), {});
        QVERIFY2(!url, "the same url twice checks nothing more");
        QCOMPARE(url.error().code, std::string("E0007"));
        const auto at = document_->map().text().indexOf(QStringLiteral("path /"));
        QVERIFY(document_->replaceText(at + 6, 0, QStringLiteral("a")));
        document_->flush();
        const auto second = edits.add(*check, QStringLiteral("url"), {});
        QVERIFY2(second, second ? "" : second.error().what.c_str());
        QCOMPARE(second->back(), (config::BlockRef{"url", "", 2}));
        QCOMPARE(document_->text().count("url {"), 2);
        QVERIFY(edits.remove(*second));
        QCOMPARE(document_->text().count("url {"), 1);
        QVERIFY(document_->text().contains("path /a"));
    }

    void aTakenNameIsRefused()
    {
        const auto path = BlockEdits(document_.get()).add({}, QStringLiteral("vrrp_instance"), QStringLiteral("VI_1"));
        QVERIFY(!path);
        QCOMPARE(path.error().code, std::string("E0007"));
        QCOMPARE(document_->text(), text);
    }

    void renamingTakesAlongWhatRefersToIt()
    {
        const auto path = BlockEdits(document_.get()).rename({{"vrrp_script", "check"}}, QStringLiteral("alive"));
        QVERIFY(path);
        QCOMPARE(*path, (BlockPath{{"vrrp_script", "alive"}}));
        QVERIFY(document_->text().contains("vrrp_script alive {"));
        QVERIFY(document_->text().contains("        alive\n"));
        QVERIFY(!document_->text().contains("check"));
    }

    void removingTakesTheBlockAlone()
    {
        QVERIFY(BlockEdits(document_.get()).remove({{"vrrp_instance", "VI_1"}}));
        QVERIFY(!document_->text().contains("VI_1"));
        QVERIFY(document_->text().contains("vrrp_script check {\n    script \"/bin/true\"\n}\n"));
        QVERIFY(!BlockEdits(document_.get()).remove({{"vrrp_instance", "VI_1"}}));
    }

    void whatCanBeAddedFollowsTheLanguage()
    {
        const auto top = keywords({});
        QCOMPARE(top.front(), QStringLiteral("global_defs"));
        QCOMPARE(top[1], QStringLiteral("vrrp_instance"));
        QVERIFY(top.contains(QStringLiteral("virtual_server_group")));
        QVERIFY(!top.contains(QStringLiteral("real_server")));
        QCOMPARE(keywords({{"virtual_server", "10.0.0.3 80"}}), QStringList{QStringLiteral("real_server")});
        QVERIFY(keywords({{"virtual_server", "a"}, {"real_server", "b"}}).contains(QStringLiteral("HTTP_GET")));
        QVERIFY(keywords({{"vrrp_instance", "VI_1"}}).isEmpty());
        const auto kinds = addableKinds({});
        const auto service = std::find_if(kinds.begin(), kinds.end(), [](const BlockKind &kind) {
            return kind.keyword == QStringLiteral("virtual_server");
        });
        QVERIFY(service->named && !service->nameHint.isEmpty());
        QVERIFY(!kinds.front().named);
    }

private:
    std::unique_ptr<Document> document_;
};

QTEST_GUILESS_MAIN(TestBlockEdits)
#include "tst_block_edits.moc"
