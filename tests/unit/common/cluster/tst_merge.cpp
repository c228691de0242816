#include "common/cluster/merge.h"

#include <QDir>
#include <QFile>
#include <QtTest>

#include "common/cluster/item.h"
#include "common/cluster/split.h"

using namespace twinhelm;
using cluster::merge;
using cluster::splitFor;

namespace
{

std::vector<std::string> statements(const std::string &text)
{
    return cluster::statementsOf(cluster::itemsOf(config::parse(text)));
}

} // namespace

class TestMerge : public QObject
{
    Q_OBJECT

private slots:
    void pairOfSeed000()
    {
        const std::string common = "    interface eth0\n    virtual_router_id 50\n";
        const auto file = [&](const char *id, const char *state, const char *priority) {
            return std::string("global_defs {\n    router_id ") + id +
                   "\n}\n\n# the web VIP\nvrrp_instance VI_1 {\n    state " + state + "\n" + common + "    priority " +
                   priority + "\n    virtual_ipaddress {\n        10.0.0.3\n    }\n}\n";
        };
        const auto merged = merge({{"lb01", file("lb01", "MASTER", "150")}, {"lb02", file("lb02", "BACKUP", "100")}});
        QVERIFY(merged.diagnostics.empty());
        QCOMPARE(QByteArray::fromStdString(merged.text), QByteArray(R"(global_defs {
    @lb01 router_id lb01
    @lb02 router_id lb02
}

# the web VIP
vrrp_instance VI_1 {
    @lb01 state MASTER
    @lb02 state BACKUP
    interface eth0
    virtual_router_id 50
    @lb01 priority 150
    @lb02 priority 100
    virtual_ipaddress {
        10.0.0.3
    }
}
)"));
        QCOMPARE(splitFor(merged.text, "lb01"), file("lb01", "MASTER", "150"));
        QCOMPARE(splitFor(merged.text, "lb02"), file("lb02", "BACKUP", "100"));
    }

    void equalFilesStayAsTheyAre()
    {
        const std::string text = "a{b}\n\r\n# odd  \n";
        QCOMPARE(merge({{"x", text}, {"y", text}}).text, text);
    }

    void blockOfOneNodeOnly()
    {
        const auto merged = merge({{"lb01", "a 1\nvrrp_instance V {\n  x\n}\n"}, {"lb02", "a 1\n"}});
        QCOMPARE(merged.text, std::string("a 1\n@lb01 vrrp_instance V {\n  @lb01 x\n@lb01 }\n"));
    }

    void threeNodes()
    {
        const auto merged = merge({{"a", "p 1\nq 1\nr 1\n"}, {"b", "p 1\nq 2\nr 2\n"}, {"c", "p 1\nq 1\nr 3\n"}});
        QCOMPARE(merged.text, std::string("p 1\n@^b q 1\n@b q 2\n@a r 1\n@b r 2\n@c r 3\n"));
    }

    void inputsMayBeConditionalThemselves()
    {
        const std::string both = "@lb01 priority 150\n@lb02 priority 100\n";
        QCOMPARE(merge({{"lb01", both + "x\n"}, {"lb02", both}}).text, std::string(both + "@lb01 x\n"));
    }

    void commentsOfBothAreKept()
    {
        const auto merged = merge({{"a", "# one\nx 1 # why\ny 1\n"}, {"b", "# two\nx 1 # because\ny 2\n"}});
        for (const auto *comment : {"# one", "# two", "# why", "# because"})
            QVERIFY2(merged.text.find(comment) != std::string::npos, comment);
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("same name") << QByteArray("lb01") << QByteArray("x\n") << QByteArray("C0001");
        QTest::newRow("no name") << QByteArray() << QByteArray("x\n") << QByteArray("C0001");
        QTest::newRow("open block") << QByteArray("lb02") << QByteArray("a {\n b\n") << QByteArray("C0002");
        QTest::newRow("stray brace") << QByteArray("lb02") << QByteArray("a\n}\n") << QByteArray("C0002");
    }
    void refusals()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, code);
        const auto merged = merge({{"lb01", "y\n"}, {name.toStdString(), text.toStdString()}});
        QVERIFY(merged.text.empty());
        QCOMPARE(merged.diagnostics.size(), std::size_t{1});
        QCOMPARE(merged.diagnostics.front().code, code.toStdString());
    }

    /// Any two real files merged and split again say what they said.
    void corpusPairs()
    {
        const QDir corpus(QStringLiteral(TWINHELM_SOURCE_DIR "/../shared/corpus/conf"));
        if (!corpus.exists())
            QSKIP("THE CORPUS IS NOT HERE: ../shared/corpus/conf is missing, merging of real files was not tested");
        std::vector<std::string> texts;
        for (const auto &name : corpus.entryList(QDir::Files, QDir::Name)) {
            QFile file(corpus.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            texts.push_back(file.readAll().toStdString());
        }
        QVERIFY(texts.size() > 100);
        int merged = 0;
        for (std::size_t i = 0; i + 1 < texts.size(); ++i) {
            const auto result = merge({{"n1", texts[i]}, {"n2", texts[i + 1]}});
            if (result.text.empty()) {
                QVERIFY(hasErrors(result.diagnostics));
                QVERIFY2(result.diagnostics.front().code != "C0003", qPrintable(QString::number(i)));
                continue;
            }
            ++merged;
            QCOMPARE(statements(splitFor(result.text, "n1")), statements(splitFor(texts[i], "n1")));
            QCOMPARE(statements(splitFor(result.text, "n2")), statements(splitFor(texts[i + 1], "n2")));
        }
        qInfo("%d of %zu neighbouring pairs merged; the others have unbalanced braces", merged, texts.size() - 1);
        QVERIFY(merged > 150);
    }
};

QTEST_APPLESS_MAIN(TestMerge)
#include "tst_merge.moc"
