#include "agent/ctl/simulate_commands.h"

#include <sstream>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>

#include "agent/ctl/command_line.h"
#include "agent/ctl/exit_code.h"

using namespace twinhelm;

namespace
{

struct Ran {
    int code = 0;
    std::string out;
    std::string err;
};

Ran run(std::vector<std::string> arguments)
{
    arguments.insert(arguments.begin(), {"twinhelmctl", "simulate"});
    std::vector<const char *> argv;
    for (const auto &one : arguments)
        argv.push_back(one.c_str());
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    const int code = ctl::runCtl(int(argv.size()), argv.data(), {in, out, err});
    return {code, out.str(), err.str()};
}

bool contains(const std::string &text, const std::string &part)
{
    return text.find(part) != std::string::npos;
}

constexpr auto document =
    "vrrp_script chk_nginx {\n script /bin/chk\n weight -60\n}\n"
    "vrrp_instance VI_1 {\n interface eth0\n virtual_router_id 51\n @lb1 priority 150\n"
    " @lb2 priority 100\n virtual_ipaddress {\n 10.0.0.3\n }\n track_script {\n chk_nginx\n }\n}\n";

} // namespace

class TestSimulateCommands : public QObject
{
    Q_OBJECT

    QTemporaryDir dir_;

    [[nodiscard]] std::string write(const QString &name, const QByteArray &text) const
    {
        QFile file(dir_.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName().toStdString()
                                                                                  : std::string();
    }

private slots:
    void documentOfAPair()
    {
        const auto file = write("pair.conf", document);
        for (const bool ids : {true, false}) {
            std::vector<std::string> arguments{file,        "--for", "60s", "--at",     "10s",
                                               "crash lb1", "--at",  "30s", "start lb1"};
            if (ids)
                arguments.insert(arguments.end(), {"--ids", "lb1,lb2"});
            const auto ran = run(arguments);
            QVERIFY2(ran.code == ctl::exit_code::ok, ran.err.c_str());
            QVERIFY2(contains(ran.out, "    10.000  lb1  * crash lb1\n"), ran.out.c_str());
            QVERIFY2(contains(ran.out, "lb2  VI_1 MASTER: "), ran.out.c_str());
            QVERIFY2(contains(ran.out, "nobody: 10.000 to 13."), ran.out.c_str());
            QVERIFY2(!contains(ran.out, "SEVERAL"), ran.out.c_str());
        }
    }

    void filesOfTheirOwnAndJson()
    {
        const auto one = write("a.conf", document);
        auto text = QByteArray(document);
        const auto other = write("b.conf", text.replace("@lb1 priority 150", "priority 120"));
        const auto ran = run({"lb1=" + one, "lb2=" + other, "--format", "json", "--for", "20s", "--address",
                              "lb1=10.0.0.5", "--address", "lb2:eth0=10.0.0.6"});
        QVERIFY2(ran.code == ctl::exit_code::ok, ran.err.c_str());
        const auto json = QJsonDocument::fromJson(QByteArray::fromStdString(ran.out));
        QCOMPARE(json["addresses"][0]["holders"][0]["node"].toString(), QString("lb1"));
        QCOMPARE(json["assumptions"].toArray().size(), 0);
    }

    void sameSeedSameAnswer()
    {
        const auto file = write("pair.conf", document);
        const auto lossy = [&](const std::string &seed) {
            return run({file, "--for", "10m", "--seed", seed, "--at", "0s", "loss 50%"}).out;
        };
        QCOMPARE(lossy("3"), lossy("3"));
        QVERIFY(lossy("3") != lossy("4"));
    }

    void reloadReadsAnotherFile()
    {
        const auto file = write("pair.conf", document);
        auto text = QByteArray(document);
        const auto later = write("later.conf", text.replace("priority 150", "priority 50"));
        const auto ran = run({file, "--for", "30s", "--at", "10s", "reload lb1 " + later});
        QVERIFY2(ran.code == ctl::exit_code::ok, ran.err.c_str());
        QVERIFY2(contains(ran.out, "lb2  VI_1 MASTER: "), ran.out.c_str());
        const auto bad = write("bad.conf", "vrrp_instance {\n}\n");
        QVERIFY(contains(run({file, "--at", "1s", "reload lb1 " + bad}).err, "has errors for lb1"));
        QVERIFY(contains(run({file, "--at", "1s", "reload lb1 /nowhere.conf"}).err, "cannot read /nowhere.conf"));
    }

    void everythingThatCanFail()
    {
        const auto file = write("pair.conf", document);
        const auto ran = run({file, "--failures"});
        QVERIFY2(ran.code == ctl::exit_code::ok, ran.err.c_str());
        QVERIFY2(contains(ran.out, "\nlb1 dies\n    10.0.0.3: lb1 -> lb2 after 3."), ran.out.c_str());
        QVERIFY2(contains(ran.out, "split brain: lb1 and lb2 hold it; when mended on lb1\n"), ran.out.c_str());
        const auto json =
            QJsonDocument::fromJson(QByteArray::fromStdString(run({file, "--failures", "--format", "json"}).out));
        QVERIFY(json["complete"].toBool());
        QCOMPARE(json["failures"][0]["failure"].toString(), QString("lb1 dies"));
        QCOMPARE(json["failures"][0]["fates"][0]["during"][0].toString(), QString("lb2"));
        QVERIFY(json["failures"][0]["fates"][0]["without"].toDouble() > 2.0);
    }

    void mistakesAreExplained_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QStringList &arguments, int code, const QString &says) {
            QTest::newRow(name) << arguments << code << says;
        };
        const int usage = ctl::exit_code::usage;
        row("unknown node", {"PAIR", "--at", "5s", "crash lb9"}, usage, "The nodes are: lb1, lb2.");
        row("unknown script", {"PAIR", "--at", "5s", "script lb2 chk_apache fail"}, usage, "It has: chk_nginx.");
        row("unknown verb", {"PAIR", "--at", "5s", "explode lb1"}, usage, "There are: start, stop");
        row("moment", {"PAIR", "--at", "soon", "crash lb1"}, usage, "Write --at 5s");
        row("after the end", {"PAIR", "--at", "70s", "crash lb1"}, usage, "--for 70s or more");
        row("length", {"PAIR", "--for", "ever"}, usage, "is not a duration");
        row("format", {"PAIR", "--format", "xml"}, usage, "--format json");
        row("address", {"PAIR", "--address", "lb1=here"}, usage, "is not NODE=ADDRESS");
        row("address of nobody", {"PAIR", "--address", "lb7=10.0.0.1"}, usage, "The nodes are: lb1, lb2.");
        row("interface", {"PAIR", "--address", "lb1:eth9=10.0.0.1"}, usage, "It has: eth0.");
        row("steps and failures", {"PAIR", "--failures", "--at", "5s", "crash lb1"}, usage, "Leave --at out");
        row("no ids", {"PLAIN"}, usage, "Say --ids lb1,lb2");
        row("mixed", {"lb1=PAIR", "PLAIN"}, usage, "is not NAME=FILE");
        row("twice", {"lb1=PAIR", "lb1=PLAIN"}, usage, "given twice");
        row("missing", {"/nowhere.conf", "--ids", "a,b"}, ctl::exit_code::unreadable, "cannot read /nowhere.conf");
        row("faulty", {"BAD", "--ids", "a,b"}, ctl::exit_code::badConfig, "has errors for a");
    }
    void mistakesAreExplained()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QString, says);
        const auto whole = QString::fromStdString(write("pair.conf", document));
        const auto plain = QString::fromStdString(write("plain.conf", "global_defs {\n router_id x\n}\n"));
        const auto bad = QString::fromStdString(write("bad.conf", "vrrp_instance {\n}\n"));
        std::vector<std::string> words;
        for (auto one : arguments)
            words.push_back(one.replace("PAIR", whole).replace("PLAIN", plain).replace("BAD", bad).toStdString());
        const auto ran = run(words);
        QVERIFY2(ran.code == code, ran.err.c_str());
        QVERIFY2(contains(ran.err, says.toStdString()), ran.err.c_str());
        QVERIFY(ran.out.empty());
    }
};

QTEST_GUILESS_MAIN(TestSimulateCommands)
#include "tst_simulate_commands.moc"
