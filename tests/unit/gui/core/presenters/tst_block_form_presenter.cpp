#include "gui/core/presenters/block_form_presenter.h"

#include <QSignalSpy>
#include <QtTest>

#include "common/config/load.h"
#include "common/config/schema/schema.h"

using namespace twinhelm;
using namespace twinhelm::desk;

namespace
{

const QByteArray pair = R"(! the pair
global_defs {
    @lb01 router_id lb01
    @lb02 router_id lb02
}

vrrp_instance VI_1 {
    @lb01 state MASTER
    @lb02 state BACKUP
    interface eth0
    virtual_router_id 50   # the same on both
    @lb01 priority 150
    @lb02 priority 100
    advert_int 1
    authentication {
        auth_type PASS
        auth_pass 1111
    }
    virtual_ipaddress {
        10.0.0.3/24 dev eth0
    }
}
)";

const QString lb01 = QStringLiteral("lb01");
const QString lb02 = QStringLiteral("lb02");

QByteArray with(const char *before, const char *after)
{
    auto text = pair;
    Q_ASSERT(text.contains(before));
    return text.replace(before, after);
}

QStringList texts(const FormRow *row)
{
    QStringList out;
    for (const auto &value : row->values)
        out << value.text;
    return out;
}

} // namespace

class TestBlockFormPresenter : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        document_ = std::make_unique<Document>(QStringList{lb01, lb02});
        document_->reset(pair);
        form_ = std::make_unique<BlockFormPresenter>(document_.get(), nullptr, [this] { return now_; });
        form_->setBlock({{"vrrp_instance", "VI_1"}});
    }
    void cleanup()
    {
        form_.reset();
        document_.reset();
    }

    void everyRowOfTheOrderExists()
    {
        for (const auto &key : {"state", "interface", "virtual_router_id", "priority", "advert_int", "version",
                                "virtual_ipaddress", "authentication.auth_type", "authentication.auth_pass",
                                "nopreempt", "preempt_delay", "track_script", "track_interface", "unicast_src_ip",
                                "unicast_peer", "notify_master", "notify_backup", "notify_fault", "notify"})
            QVERIFY2(form_->row(QString::fromLatin1(key)), key);
        QCOMPARE(form_->rows().front().key, QStringLiteral("state"));
        for (const auto &row : form_->rows()) {
            QVERIFY2(!row.label.isEmpty(), qPrintable(row.key));
            QCOMPARE(row.values.size(), 2);
        }
    }

    void rowsShowBothNodesSideBySide()
    {
        const auto *priority = form_->row(QStringLiteral("priority"));
        QVERIFY(!priority->shared);
        QCOMPARE(texts(priority), (QStringList{QStringLiteral("150"), QStringLiteral("100")}));
        QCOMPARE(priority->kind, FieldKind::Integer);
        QCOMPARE(*priority->maximum, 255.0);
        const auto *id = form_->row(QStringLiteral("virtual_router_id"));
        QVERIFY(id->shared);
        QCOMPARE(texts(id), (QStringList{QStringLiteral("50"), QStringLiteral("50")}));
        const auto *type = form_->row(QStringLiteral("authentication.auth_type"));
        QCOMPARE(type->kind, FieldKind::Enum);
        QCOMPARE(type->choices, (QStringList{QStringLiteral("PASS"), QStringLiteral("AH")}));
        QCOMPARE(texts(type).front(), QStringLiteral("PASS"));
        QCOMPARE(form_->row(QStringLiteral("authentication.auth_pass"))->kind, FieldKind::Secret);
        const auto *vips = form_->row(QStringLiteral("virtual_ipaddress"));
        QCOMPARE(vips->kind, FieldKind::Addresses);
        QCOMPARE(texts(vips).front(), QStringLiteral("10.0.0.3/24 dev eth0"));
        QVERIFY(!form_->row(QStringLiteral("nopreempt"))->values[0].set);
        QCOMPARE(form_->row(QStringLiteral("advert_int"))->unit, QStringLiteral("s"));
    }

    void aValueOfOneNodeChangesOnlyItsBytes()
    {
        QVERIFY(form_->setValue(QStringLiteral("priority"), lb01, QStringLiteral("90")));
        QCOMPARE(document_->text(), with("@lb01 priority 150", "@lb01 priority 90"));
        QCOMPARE(texts(form_->row(QStringLiteral("priority"))),
                 (QStringList{QStringLiteral("90"), QStringLiteral("100")}));
        QCOMPARE(document_->undoStack()->undoText(), QStringLiteral("Set priority of VI_1 on lb01 to 90"));
        document_->undoStack()->undo();
        QCOMPARE(document_->text(), pair);
        document_->flush();
        QCOMPARE(texts(form_->row(QStringLiteral("priority"))).front(), QStringLiteral("150"));
    }

    void aSharedValueKeepsItsComment()
    {
        QVERIFY(form_->setValue(QStringLiteral("virtual_router_id"), {}, QStringLiteral("51")));
        QCOMPARE(document_->text(), with("virtual_router_id 50   #", "virtual_router_id 51   #"));
        QCOMPARE(document_->undoStack()->undoText(), QStringLiteral("Set virtual_router_id of VI_1 to 51"));
    }

    void invalidTypingStaysInTheRow_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *key, const char *text) {
            QTest::addRow("%s %s", key, QByteArray(text).replace('\n', ' ').constData())
                << QString::fromLatin1(key) << QString::fromUtf8(text);
        };
        row("priority", "256");
        row("priority", "0");
        row("priority", "many");
        row("priority", "1.5");
        row("advert_int", "0");
        row("advert_int", "1,5");
        row("advert_int", "1e1");
        row("state", "Master");
        row("interface", "eth0 # x");
        row("interface", "eth0\n}");
        row("interface", "a\"b");
        row("interface", "eth{0");
        row("authentication.auth_pass", "a\"b");
        row("virtual_ipaddress", "10.0.0.300");
        row("virtual_ipaddress", "10.0.0.4\nnonsense dev eth0");
        row("virtual_ipaddress", "10.0.0.4 }");
        row("track_script", "check # weight");
    }
    void invalidTypingStaysInTheRow()
    {
        QFETCH(QString, key);
        QFETCH(QString, text);
        QSignalSpy changed(form_.get(), &BlockFormPresenter::rowChanged);
        QVERIFY(!form_->setValue(key, lb02, text));
        QCOMPARE(document_->text(), pair);
        QCOMPARE(document_->undoStack()->count(), 0);
        const auto *row = form_->row(key);
        QCOMPARE(row->values[1].text, text);
        QVERIFY(!row->values[1].problem.isEmpty());
        QVERIFY(row->values[0].problem.isEmpty());
        QCOMPARE(changed.size(), 1);
        form_->revert(key);
        QVERIFY(form_->row(key)->values[1].problem.isEmpty());
        QVERIFY(form_->row(key)->values[1].text != text);
    }

    void aValidTextEndsTheDraft()
    {
        QVERIFY(!form_->setValue(QStringLiteral("priority"), lb01, QStringLiteral("1500")));
        QVERIFY(form_->setValue(QStringLiteral("priority"), lb01, QStringLiteral("15")));
        const auto *row = form_->row(QStringLiteral("priority"));
        QVERIFY(row->values[0].problem.isEmpty());
        QCOMPARE(row->values[0].text, QStringLiteral("15"));
    }

    void typingIsOneStepUntilItPauses()
    {
        for (const auto &text : {"1", "12", "120"})
            QVERIFY(form_->setValue(QStringLiteral("priority"), lb01, QString::fromLatin1(text)));
        QCOMPARE(document_->undoStack()->count(), 1);
        now_.steadyMs += 2001;
        QVERIFY(form_->setValue(QStringLiteral("priority"), lb01, QStringLiteral("130")));
        QCOMPARE(document_->undoStack()->count(), 2);
    }

    void aSharedValueSplitsAndJoins()
    {
        const auto key = QStringLiteral("advert_int");
        QVERIFY(form_->split(key));
        QCOMPARE(document_->text(), with("    advert_int 1\n", "    @lb01 advert_int 1\n    @lb02 advert_int 1\n"));
        QVERIFY(!form_->row(key)->shared);
        QVERIFY(!form_->split(key));
        now_.steadyMs += 2001;
        QVERIFY(form_->setValue(key, lb02, QStringLiteral("2")));
        QVERIFY(form_->join(key, lb02));
        QCOMPARE(document_->text(), with("    advert_int 1\n", "    advert_int 2\n"));
        QVERIFY(form_->row(key)->shared);
    }

    void changingASharedValueForOneNodeSplitsIt()
    {
        QVERIFY(form_->setValue(QStringLiteral("interface"), lb02, QStringLiteral("eth1")));
        QCOMPARE(document_->text(),
                 with("    interface eth0\n", "    @lb01 interface eth0\n    @lb02 interface eth1\n"));
    }

    void absentValuesOpenUpAndAreAdded()
    {
        const auto key = QStringLiteral("preempt_delay");
        QVERIFY(form_->split(key));
        QVERIFY(!form_->row(key)->shared);
        QCOMPARE(document_->text(), pair);
        QVERIFY(form_->setValue(key, lb02, QStringLiteral("5")));
        QVERIFY(document_->text().contains("    @lb02 preempt_delay 5\n"));
        QVERIFY(form_->join(key, lb01));
        QCOMPARE(document_->text(), pair);
        QVERIFY(form_->row(key)->shared);
    }

    void flagsGoOnAndOff()
    {
        const auto key = QStringLiteral("nopreempt");
        QVERIFY(form_->setValue(key, {}, QStringLiteral("1")));
        QVERIFY(document_->text().contains("    nopreempt\n"));
        QCOMPARE(form_->row(key)->values[1].text, QStringLiteral("1"));
        now_.steadyMs += 2001;
        QVERIFY(form_->setValue(key, {}, {}));
        QCOMPARE(document_->text(), pair);
    }

    void clearingGivesTheDefaultBack()
    {
        QVERIFY(form_->clearValue(QStringLiteral("priority"), lb02));
        QCOMPARE(document_->text(), with("    @lb02 priority 100\n", ""));
        QVERIFY(!form_->row(QStringLiteral("priority"))->values[1].set);
        QVERIFY(form_->row(QStringLiteral("priority"))->values[0].set);
    }

    void secretsAreQuotedWhenNeededAndNeverTold()
    {
        const auto key = QStringLiteral("authentication.auth_pass");
        QVERIFY(form_->setValue(key, {}, QStringLiteral("a #b")));
        QCOMPARE(document_->text(), with("auth_pass 1111", "auth_pass \"a #b\""));
        QCOMPARE(form_->row(key)->values[0].text, QStringLiteral("a #b"));
        QVERIFY(!document_->undoStack()->undoText().contains(u'#'));
    }

    void aPasswordMakesItsBlock()
    {
        auto text = pair;
        text.replace("    authentication {\n        auth_type PASS\n        auth_pass 1111\n    }\n", "");
        document_->reset(text);
        document_->flush();
        QVERIFY(form_->setValue(QStringLiteral("authentication.auth_type"), {}, QStringLiteral("PASS")));
        QVERIFY2(document_->text().contains("    authentication {\n        auth_type PASS\n    }\n"),
                 document_->text());
    }

    void addressesAreEditedByLine()
    {
        const auto key = QStringLiteral("virtual_ipaddress");
        QVERIFY(form_->setValue(key, {}, QStringLiteral("10.0.0.3/24 dev eth0\n 10.0.0.4/24 \n\n")));
        QCOMPARE(document_->text(),
                 with("        10.0.0.3/24 dev eth0\n", "        10.0.0.3/24 dev eth0\n        10.0.0.4/24\n"));
        QVERIFY(form_->row(key)->shared);
        QVERIFY(form_->setValue(key, lb02, QStringLiteral("10.0.0.3/24 dev eth0")));
        QVERIFY(document_->text().contains("@lb01 10.0.0.4/24\n"));
        QVERIFY(!form_->row(key)->shared);
        QVERIFY(form_->join(key, lb02));
        QCOMPARE(document_->text(), pair);
    }

    void aListWithoutBlockGetsOneInOneStep()
    {
        const auto key = QStringLiteral("unicast_peer");
        QVERIFY(form_->setValue(key, {}, QStringLiteral("10.0.0.1\n10.0.0.2 min_ttl 255\n10.0.0.9")));
        QVERIFY2(document_->text().contains(
                     "    unicast_peer {\n        10.0.0.1\n        10.0.0.2 min_ttl 255\n        10.0.0.9\n    }\n"),
                 document_->text());
        QCOMPARE(document_->undoStack()->count(), 1);
        document_->undoStack()->undo();
        QCOMPARE(document_->text(), pair);
        QVERIFY(form_->setValue(key, {}, {}));
        QCOMPARE(document_->text(), pair);
    }

    void parametersAreLeftToTheFile()
    {
        QVERIFY(form_->setValue(QStringLiteral("priority"), lb01, QStringLiteral("$PRIO")));
        QVERIFY(document_->text().contains("@lb01 priority $PRIO\n"));
        QCOMPARE(form_->row(QStringLiteral("priority"))->values[0].text, QStringLiteral("$PRIO"));
    }

    void changesInTheTextShowInTheForm()
    {
        QSignalSpy changed(form_.get(), &BlockFormPresenter::rowChanged);
        const auto at = document_->map().text().indexOf(QStringLiteral("advert_int 1")) + 11;
        QVERIFY(document_->replaceText(at, 1, QStringLiteral("3")));
        document_->flush();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toString(), QStringLiteral("advert_int"));
        QCOMPARE(texts(form_->row(QStringLiteral("advert_int"))).front(), QStringLiteral("3"));
    }

    void blocksInBlocksHaveTheirForms()
    {
        document_->reset("virtual_server 10.0.0.3 80 {\n    lvs_sched rr\n    real_server 10.0.0.7 80 {\n"
                         "        weight 3\n        HTTP_GET {\n            url {\n                path /a\n"
                         "            }\n            url {\n                path /b\n            }\n        }\n"
                         "    }\n}\n");
        document_->flush();
        const config::BlockRef service{"virtual_server", "10.0.0.3 80"};
        const config::BlockRef server{"real_server", "10.0.0.7 80"};
        form_->setBlock({service, server});
        QCOMPARE(form_->title(), QStringLiteral("10.0.0.7 80"));
        QCOMPARE(texts(form_->row(QStringLiteral("weight"))).front(), QStringLiteral("3"));
        QVERIFY(form_->setValue(QStringLiteral("weight"), lb02, QStringLiteral("5")));
        QVERIFY(document_->text().contains("        @lb01 weight 3\n        @lb02 weight 5\n"));
        form_->setBlock({service, server, {"HTTP_GET", ""}, {"url", "", 2}});
        QVERIFY(form_->setValue(QStringLiteral("path"), {}, QStringLiteral("/c")));
        QVERIFY(document_->text().contains("path /a\n"));
        QVERIFY(document_->text().contains("path /c\n"));
        QVERIFY(!document_->text().contains("path /b\n"));
    }

    void anotherSpellingOfAKeywordStays()
    {
        document_->reset("virtual_server 10.0.0.3 80 {\n    lvs_sched rr\n}\n");
        document_->flush();
        form_->setBlock({{"virtual_server", "10.0.0.3 80"}});
        const auto key = QStringLiteral("lb_algo");
        QVERIFY(form_->row(key));
        QCOMPARE(texts(form_->row(key)).front(), QStringLiteral("rr"));
        QVERIFY(form_->setValue(key, {}, QStringLiteral("wrr")));
        QCOMPARE(document_->text(), QByteArray("virtual_server 10.0.0.3 80 {\n    lvs_sched wrr\n}\n"));
    }

    void listsOfTheTopLevelHaveOneRow()
    {
        document_->reset("static_routes {\n    10.1.0.0/16 via 10.0.0.1 dev eth0\n}\n");
        document_->flush();
        form_->setBlock({{"static_routes", ""}});
        QCOMPARE(form_->rows().size(), 1);
        const auto key = form_->rows().front().key;
        QVERIFY(form_->setValue(key, {}, QStringLiteral("10.1.0.0/16 via 10.0.0.1 dev eth0\n10.2.0.0/16 dev eth1")));
        QCOMPARE(document_->text(), QByteArray("static_routes {\n    10.1.0.0/16 via 10.0.0.1 dev eth0\n"
                                               "    10.2.0.0/16 dev eth1\n}\n"));
    }

    void wordsNobodyKnowsShowAndStay()
    {
        document_->reset(with("    advert_int 1\n", "    advert_int 1\n    advert_colour blue\n"));
        document_->flush();
        const auto *row = form_->row(QStringLiteral("advert_colour"));
        QVERIFY(row && !row->editable);
        QCOMPARE(row->values[0].text, QStringLiteral("blue"));
        QVERIFY(!row->problem.isEmpty());
        QVERIFY(!form_->setValue(QStringLiteral("advert_colour"), {}, QStringLiteral("red")));
        QVERIFY(document_->text().contains("advert_colour blue"));
    }

    void aKeywordThatStandsTwiceIsLeftToTheText()
    {
        document_->reset(with("    advert_int 1\n", "    advert_int 1\n    advert_int 2\n"));
        document_->flush();
        const auto key = QStringLiteral("advert_int");
        QVERIFY(!form_->row(key)->editable);
        const auto before = document_->text();
        QVERIFY(!form_->setValue(key, {}, QStringLiteral("3")));
        QCOMPARE(document_->text(), before);
    }

    void aBlockOfOneNodeHasOneColumn()
    {
        document_->reset(pair + "@lb02 vrrp_instance VI_2 {\n    interface eth1\n    virtual_router_id 7\n}\n");
        document_->flush();
        form_->setBlock({{"vrrp_instance", "VI_2"}});
        const auto *row = form_->row(QStringLiteral("interface"));
        QCOMPARE(row->values.size(), 1);
        QCOMPARE(row->values[0].node, lb02);
        QCOMPARE(row->values[0].text, QStringLiteral("eth1"));
    }

    void everyBlockOfTheLanguageHasRows()
    {
        for (const auto &block : config::schema::blocks()) {
            if (block.path.empty())
                continue;
            for (const auto &field : fieldsOf(block))
                QVERIFY2(!field.row.label.isEmpty(), std::string(block.path).c_str());
        }
        QVERIFY(fieldsOf(*config::schema::findBlock("global_defs")).size() > 50);
    }

    void whatTheRulesSayStandsAtTheRow()
    {
        QVERIFY(form_->row(QStringLiteral("priority"))->problem.isEmpty());
        document_->reset(with("@lb02 priority 100", "@lb02 priority 999"));
        document_->flush();
        QVERIFY(!form_->row(QStringLiteral("priority"))->problem.isEmpty());
        QVERIFY(form_->row(QStringLiteral("state"))->problem.isEmpty());
        QCOMPARE(texts(form_->row(QStringLiteral("priority"))).last(), QStringLiteral("999"));
    }

    void rowsPointIntoTheText()
    {
        const auto place = form_->placeOf(QStringLiteral("authentication.auth_pass"));
        QVERIFY(place.inDocument());
        QVERIFY(document_->text().mid(place.begin).startsWith("auth_pass 1111"));
        QCOMPARE(place.column, 9);
        QVERIFY(!form_->placeOf(QStringLiteral("nopreempt")).inDocument());
    }

    void anInstanceThatIsGoneHasEmptyRows()
    {
        document_->reset("global_defs {\n}\n");
        document_->flush();
        QVERIFY(!form_->row(QStringLiteral("priority"))->values[0].set);
        QVERIFY(!form_->setValue(QStringLiteral("priority"), {}, QStringLiteral("5")));
        QVERIFY(!form_->row(QStringLiteral("priority"))->values[0].problem.isEmpty());
        QCOMPARE(document_->text(), QByteArray("global_defs {\n}\n"));
    }

private:
    Instant now_{5000, 0};
    std::unique_ptr<Document> document_;
    std::unique_ptr<BlockFormPresenter> form_;
};

QTEST_GUILESS_MAIN(TestBlockFormPresenter)
#include "tst_block_form_presenter.moc"
