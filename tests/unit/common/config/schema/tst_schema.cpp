#include "common/config/schema/schema.h"

#include <set>
#include <string>
#include <vector>

#include <QtTest>

using namespace twinhelm;
using namespace twinhelm::config;

class TestSchema : public QObject
{
    Q_OBJECT

private slots:
    void findsByPath()
    {
        const auto *priority = schema::find("vrrp_instance", "priority");
        QVERIFY(priority);
        QCOMPARE(priority->kind, schema::Kind::Uint);
        QCOMPARE(priority->min, 1.0);
        QCOMPARE(priority->max, 255.0);
        QCOMPARE(priority->level, schema::Level::Basic);
        QCOMPARE(priority->effect, schema::Effect::Election);
        QVERIFY(!schema::find("global_defs", "priority"));
        QVERIFY(!schema::find("no_such_block", "priority"));
        QVERIFY(schema::find("vrrp_instance/authentication", "auth_pass")->kind == schema::Kind::Secret);
    }

    void knowsInnerBlocks()
    {
        const auto *instance = schema::findBlock("vrrp_instance");
        QVERIFY(instance);
        const auto *addresses = schema::innerBlock(*instance, "virtual_ipaddress");
        QVERIFY(addresses && addresses->entries);
        QVERIFY(!schema::innerBlock(*instance, "priority"));
        QCOMPARE(schema::innerBlock(*schema::findBlock(""), "vrrp_instance"), instance);
    }

    void looksUpBothAtOnce()
    {
        const auto &top = *schema::findBlock("");
        const auto found = schema::lookUp(top, "vrrp_instance");
        QVERIFY(found.keyword && found.keyword->opensBlock());
        QCOMPARE(found.inner, schema::findBlock("vrrp_instance"));
        QVERIFY(!schema::lookUp(top, "priority").keyword);
        QVERIFY(!schema::lookUp(top, "").keyword);
    }

    void findsExactlyItsKeywords()
    {
        std::set<std::string_view> all;
        for (const auto &block : schema::blocks()) {
            QCOMPARE(&schema::blocks()[block.number], &block);
            for (const auto &keyword : block.keywords)
                all.insert(keyword.name);
        }
        for (const auto &block : schema::blocks()) {
            for (const auto name : all) {
                const schema::Keyword *row = nullptr;
                for (const auto &keyword : block.keywords)
                    row = keyword.name == name ? &keyword : row;
                QCOMPARE(schema::find(block, name), row);
            }
        }
    }

    /// A file of 600,000 lines is to be read in less than 0.1 s; this leaves most of it for the rest.
    void isFastEnoughForEveryLine()
    {
        const auto &block = *schema::findBlock("virtual_server/real_server/HTTP_GET");
        std::vector<std::string> words;
        for (const auto &keyword : block.keywords)
            words.emplace_back(keyword.name);
        words.emplace_back("no_such_keyword");
        std::size_t found = 0;
        QElapsedTimer clock;
        clock.start();
        constexpr std::size_t lookUps = 600000;
        for (std::size_t i = 0; i < lookUps; ++i)
            found += schema::lookUp(block, words[i % words.size()]).keyword != nullptr;
        const auto spent = clock.nsecsElapsed();
        qInfo("%.1f ns for each look-up", static_cast<double>(spent) / lookUps);
        QVERIFY(found > lookUps * 9 / 10);
        QVERIFY2(spent < 100'000'000, "0.1 s and more for 600,000 look-ups");
    }

    void suggests_data()
    {
        QTest::addColumn<QString>("block");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("nearest");
        QTest::newRow("letter missing") << "vrrp_instance"
                                        << "prioritty"
                                        << "priority";
        QTest::newRow("swapped") << "vrrp_instance"
                                 << "intreface"
                                 << "interface";
        QTest::newRow("top level") << ""
                                   << "vvrp_script"
                                   << "vrrp_script";
        QTest::newRow("only of this block") << "global_defs"
                                            << "priority"
                                            << "";
        QTest::newRow("far away") << "vrrp_instance"
                                  << "banana"
                                  << "";
        QTest::newRow("empty") << "vrrp_instance"
                               << ""
                               << "";
    }
    void suggests()
    {
        QFETCH(QString, block);
        QFETCH(QString, word);
        QFETCH(QString, nearest);
        const auto *found = schema::findBlock(block.toStdString());
        QVERIFY(found);
        const auto typed = word.toStdString();
        QCOMPARE(QString::fromStdString(std::string(schema::nearestKeyword(*found, typed))), nearest);
    }

    void rowsAreSound()
    {
        for (const auto &block : schema::blocks()) {
            std::set<std::string_view> names;
            for (const auto &keyword : block.keywords) {
                const QByteArray where(std::string(block.path).append(" / ").append(keyword.name).c_str());
                QVERIFY2(names.insert(keyword.name).second, where + " stands twice");
                QVERIFY2(!keyword.hasRange || keyword.min <= keyword.max, where);
                QVERIFY2(keyword.aliasOf.empty() || keyword.kind == schema::Kind::Removed ||
                             schema::find(block, keyword.aliasOf) || schema::find("", keyword.aliasOf),
                         where + " is an alias of nothing");
                if (!keyword.help.empty())
                    QVERIFY2(keyword.help.ends_with('.') && keyword.help.size() < 120, where + ": help");
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestSchema)
#include "tst_schema.moc"
