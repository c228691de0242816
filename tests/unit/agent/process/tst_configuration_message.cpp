#include <QTemporaryDir>
#include <QtTest>

#include <boost/json.hpp>

#include "agent/process/channel.h"
#include "agent/process/check_report.h"
#include "agent/process/configuration_message.h"
#include "agent/process/listen_address.h"

using namespace twinhelm;
using namespace twinhelm::agent;

class tst_ConfigurationMessage : public QObject
{
    Q_OBJECT

private slots:
    void theBytesTravelUnchanged();
    void nonsenseIsRefused();
    void anUnreadableFileIsRefused();
    void includesAreReadOnceAndTravel();
    void findingsNameTheirFiles();
    void theHashIsOfTheBytes();
    void findingsReadLikeACompilers();
    void listenAddresses_data();
    void listenAddresses();
};

void tst_ConfigurationMessage::theBytesTravelUnchanged()
{
    ConfigurationBytes bytes;
    bytes.path = "/etc/keepalived/keepalived.conf";
    bytes.nodeId = "lb01";
    bytes.text = std::string("! caf\xe9 in Latin-1\r\n\0\x01 {", 24);
    bytes.files["/etc/keepalived/a.conf"] = "x";
    bytes.patterns["*.conf"] = {"/etc/keepalived/a.conf"};
    const Message message{MessageKind::Command, 1, makeConfigureCommand(bytes)};
    const auto line = encodeMessage(message);
    QVERIFY(line.find('\n') == std::string::npos);
    const auto back = decodeMessage(line);
    QVERIFY(back);
    const auto parsed = parseConfigureCommand(back->body);
    QVERIFY(parsed);
    QVERIFY(*parsed == bytes);
}

void tst_ConfigurationMessage::nonsenseIsRefused()
{
    QCOMPARE(parseConfigureCommand(boost::json::value("what")).error().code, std::string("A0184"));
    auto body = makeConfigureCommand({});
    body.as_object()["files"] = 7;
    QCOMPARE(parseConfigureCommand(body).error().code, std::string("A0184"));
}

void tst_ConfigurationMessage::anUnreadableFileIsRefused()
{
    QCOMPARE(readConfiguration("/nonexistent/keepalived.conf", "lb01").error().code, std::string("A0101"));
    const QTemporaryDir folder;
    QCOMPARE(readConfiguration(folder.path().toStdString(), "lb01").error().code, std::string("A0101"));
}

namespace
{

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

QByteArray instance(const char *name, int id)
{
    return QByteArray("vrrp_instance ") + name + " {\n  interface eth0\n  virtual_router_id " + QByteArray::number(id) +
           "\n  priority 100\n  virtual_ipaddress {\n    10.0.0." + QByteArray::number(id) + "\n  }\n}\n";
}

} // namespace

void tst_ConfigurationMessage::includesAreReadOnceAndTravel()
{
    QTemporaryDir folder;
    const QString main = folder.filePath("keepalived.conf");
    write(main, "include extra*.conf\n" + instance("VI_1", 51));
    write(folder.filePath("extra1.conf"), instance("VI_2", 52));
    const auto bytes = readConfiguration(main.toStdString(), "lb01");
    QVERIFY(bytes);
    QCOMPARE(bytes->files.size(), std::size_t{1});
    const auto travelled = parseConfigureCommand(makeConfigureCommand(*bytes));
    QVERIFY(travelled);
    QVERIFY(folder.remove()); // whoever loads them now reads no disk
    const auto loaded = loadConfiguration(*travelled);
    QCOMPARE(loaded.settings.instances.size(), std::size_t{2});
    QVERIFY(!hasErrors(loaded.diagnostics));
}

void tst_ConfigurationMessage::findingsNameTheirFiles()
{
    const QTemporaryDir folder;
    const QString main = folder.filePath("pair.conf");
    write(main, instance("VI_1", 51) + "include extra.conf\n");
    write(folder.filePath("extra.conf"), "\n" + instance("VI_2", 52).replace("priority 100", "priority 999"));
    const auto bytes = readConfiguration(main.toStdString(), "lb01");
    QVERIFY(bytes);
    const auto report = makeCheckReport(*bytes, loadConfiguration(*bytes));
    QVERIFY(!report.ok);
    QCOMPARE(report.sha256, sha256Hex(bytes->text));
    const auto &finding = report.diagnostics.front();
    QVERIFY2(finding.file.ends_with("extra.conf"), finding.file.c_str());
    QCOMPARE(finding.line, 5U);
    write(main, instance("VI_1", 51).replace("priority 100", "priority 999"));
    const auto again = readConfiguration(main.toStdString(), "lb01");
    QCOMPARE(makeCheckReport(*again, loadConfiguration(*again)).diagnostics.front().file, main.toStdString());
}

void tst_ConfigurationMessage::theHashIsOfTheBytes()
{
    QCOMPARE(sha256Hex("abc"), std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
}

void tst_ConfigurationMessage::findingsReadLikeACompilers()
{
    const wire::DiagnosticState warning{"K0301", "warning", "k.conf", 3, 5, "this is odd", {}};
    const wire::DiagnosticState error{"K0201", "error", "k.conf", 7, 1, "this is wrong", {}};
    QCOMPARE(renderFinding(warning), std::string("k.conf:3:5: warning: this is odd [K0301]"));
    wire::CheckReport report;
    report.diagnostics = {warning};
    QCOMPARE(summarizeErrors(report), std::string());
    report.diagnostics = {warning, error};
    QCOMPARE(summarizeErrors(report), std::string("k.conf:7:1: error: this is wrong [K0201]"));
    report.diagnostics = {error, error, error};
    QVERIFY(summarizeErrors(report).ends_with("(and 2 more)"));
}

void tst_ConfigurationMessage::listenAddresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addRow("v4") << "0.0.0.0:7443"
                        << "0.0.0.0" << 7443;
    QTest::addRow("v6") << "[::1]:1"
                        << "::1" << 1;
    for (const char *wrong :
         {"", "7443", ":7443", "0.0.0.0:", "0.0.0.0:0", "0.0.0.0:65536", "localhost:7443", "0.0.0.0:7443x", "[]:1"})
        QTest::addRow("refused %s", wrong) << wrong << "" << 0;
}

void tst_ConfigurationMessage::listenAddresses()
{
    QFETCH(QString, text);
    QFETCH(QString, host);
    QFETCH(int, port);
    const auto address = parseListenAddress(text.toStdString());
    if (port == 0) {
        QVERIFY(!address);
        QCOMPARE(address.error().code, std::string("A0190"));
        return;
    }
    QVERIFY(address);
    QCOMPARE(QString::fromStdString(address->host), host);
    QCOMPARE(int{address->port}, port);
}

QTEST_GUILESS_MAIN(tst_ConfigurationMessage)
#include "tst_configuration_message.moc"
