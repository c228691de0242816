#include "agent/ctl/cluster_commands.h"

#include <QtTest>

#include "agent/ctl/exit_code.h"
#include "tests/unit/agent/ctl/ctl_run.h"

using namespace twinhelm;
namespace exit_code = ctl::exit_code;
using test::runCtl;

namespace
{

const std::string one = "# of one\nvrrp_instance V {\n    priority 150\n}\n";
const std::string two = "# of two\nvrrp_instance V {\n    priority 100\n}\n";
const std::string both =
    "@lb01 # of one\n@lb02 # of two\nvrrp_instance V {\n    @lb01 priority 150\n    @lb02 priority "
    "100\n}\n";

} // namespace

class TestClusterCommands : public QObject
{
    Q_OBJECT

    test::Folder folder_;

private slots:
    void thereAndBack()
    {
        const auto a = folder_.write("a.conf", one);
        const auto b = folder_.write("b.conf", two);
        const auto pair = folder_.path("pair.conf");
        auto ran = runCtl({"merge", "lb01=" + a, "lb02=" + b, "-o", pair});
        QCOMPARE(ran.code, 0);
        QCOMPARE(ran.err, std::string());
        QCOMPARE(folder_.read("pair.conf"), both);
        QCOMPARE(runCtl({"split", pair, "--config-id", "lb02"}).out, two);
        QCOMPARE(runCtl({"split", pair, "--all", "-o", folder_.path("out")}).code, 0);
        QCOMPARE(folder_.read("out/lb01.conf"), one);
        QCOMPARE(folder_.read("out/lb02.conf"), two);
        // A third node later.
        ran = runCtl({"merge", "lb01=" + pair, "lb02=" + pair, "lb03=-", "-o", "-"}, two);
        QCOMPARE(ran.out, std::string("@lb01 # of one\n@^lb01 # of two\nvrrp_instance V {\n    @lb01 priority 150\n    "
                                      "@^lb01 priority 100\n}\n"));
    }

    void includesOfOneNodeAreReadFromItsFolder()
    {
        folder_.write("part.conf", "    nopreempt\n");
        const auto a = folder_.write("a.conf", "vrrp_instance V {\n    include part.conf\n}\n");
        const auto b = folder_.write("b.conf", "vrrp_instance V {\n}\n");
        const auto ran = runCtl({"merge", "lb01=" + a, "lb02=" + b});
        QCOMPARE(ran.code, 0);
        QVERIFY2(ran.out.find("\n    @lb01 nopreempt\n") != std::string::npos, ran.out.c_str());
        QVERIFY(ran.out.find("include") == std::string::npos);
    }

    void refusals_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        QTest::newRow("no id") << QStringList{"merge", "a.conf"} << int(exit_code::usage) << "A0492";
        QTest::newRow("twice") << QStringList{"merge", "a=%1/a.conf", "a=%1/a.conf"} << int(exit_code::usage)
                               << "A0492";
        QTest::newRow("no file") << QStringList{"merge", "a=%1/none"} << int(exit_code::unreadable) << "A0101";
        QTest::newRow("open block") << QStringList{"merge", "a=%1/a.conf", "b=%1/open.conf"}
                                    << int(exit_code::badConfig) << "open.conf:1:19: error: This block is never closed";
        QTest::newRow("which node") << QStringList{"split", "%1/a.conf"} << int(exit_code::usage) << "--config-id";
        QTest::newRow("all needs a folder")
            << QStringList{"split", "%1/a.conf", "--all"} << int(exit_code::usage) << "--output";
        QTest::newRow("nothing to split")
            << QStringList{"split", "%1/a.conf", "--all", "-o", "%1/out"} << int(exit_code::refused) << "names no node";
        QTest::newRow("an id that leads elsewhere") << QStringList{"split", "%1/evil.conf", "--all", "-o", "%1/out"}
                                                    << int(exit_code::refused) << "cannot be the name of a file";
    }
    void refusals()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        folder_.write("a.conf", one);
        folder_.write("open.conf", "vrrp_instance V   {\n");
        folder_.write("evil.conf", "@../x y\n");
        const auto folder = QString::fromStdString(folder_.path("."));
        std::vector<std::string> all;
        for (auto argument : arguments)
            all.push_back(argument.replace(QStringLiteral("%1"), folder).toStdString());
        const auto ran = runCtl(all);
        QTEST(ran.code, "code");
        QVERIFY2(QString::fromStdString(ran.err).contains(says), ran.err.c_str());
    }

    void aNodeThatTheDocumentDoesNotName()
    {
        const auto ran = runCtl({"split", "-", "-i", "lb07"}, both);
        QCOMPARE(ran.code, 0);
        QVERIFY(ran.err.find("it names lb01, lb02") != std::string::npos);
        QCOMPARE(ran.out, std::string("vrrp_instance V {\n}\n"));
    }
};

QTEST_GUILESS_MAIN(TestClusterCommands)
#include "tst_cluster_commands.moc"
