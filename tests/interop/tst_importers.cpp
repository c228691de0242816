#include <filesystem>

#include <QProcess>
#include <QTemporaryFile>
#include <QtTest>

#include "common/config/import/import_ipvsadm.h"
#include "common/config/import/import_ldirectord.h"

using namespace twinhelm;

/// What the importers make is a configuration for Debian's keepalived: its config test has nothing to say.
class TestImporters : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable("keepalived").isEmpty())
            QSKIP("keepalived is needed: installer/install-dependencies lab");
    }

    void keepalivedAcceptsIt_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *name, const char *format, const char *text) {
            QTest::newRow(name) << QByteArray(format) << QByteArray(text);
        };
        row("ipvsadm: direct routing with persistence", "ipvsadm",
            "-A -t 192.168.1.254:80 -s wlc -p 300 -M 255.255.255.0\n"
            "-a -t 192.168.1.254:80 -r 192.168.1.7:80 -g -w 3\n"
            "-a -t 192.168.1.254:80 -r 192.168.1.8:80 -g -w 0 -x 100 -y 50\n"
            "-A -t 192.168.1.254:443 -s sh -b sh-port\n"
            "-a -t 192.168.1.254:443 -r 192.168.1.7:443 -g -w 1\n");
        row("ipvsadm: NAT and UDP, IPv6", "ipvsadm",
            "-A -u [2001:db8::1]:53 -s rr -o\n"
            "-a -u [2001:db8::1]:53 -r [2001:db8::7]:53 -m -w 1\n"
            "-a -u [2001:db8::1]:53 -r [2001:db8::8]:53 -i -w 1\n");
        row("ipvsadm: marks and tunnels", "ipvsadm",
            "-A -f 1 -s wrr -p\n"
            "-a -f 1 -r 10.0.0.7:0 -i --tun-type gue --tun-port 6080 --tun-csum -w 1\n"
            "-A -f 2 -6 -s mh -b mh-fallback,mh-port\n"
            "-a -f 2 -6 -r [2001:db8::8]:0 -i -w 5\n");
        row("ldirectord: web servers with a page to ask for", "ldirectord",
            "checktimeout=3\ncheckinterval=1\nautoreload=yes\nlogfile=\"local0\"\nquiescent=no\n"
            "virtual=192.168.6.240:80\n\tfallback=127.0.0.1:80 gate\n\treal=192.168.6.2:80 gate\n"
            "\treal=192.168.6.3->192.168.6.5:80 gate 2 \".testpage\", \"Test (Page|Site)\"\n\tservice=http\n"
            "\tscheduler=rr\n\tpersistent=600\n\tnetmask=255.255.255.255\n\tprotocol=tcp\n"
            "\tchecktype=negotiate\n\trequest=\"index.html\"\n\treceive=\"Test Page\"\n"
            "\tvirtualhost=some.domain.com\n");
        row("ldirectord: mail, HTTPS, DNS", "ldirectord",
            "emailalert=\"admin@example.com\"\nemailalertfrom=lb@example.com\nfailurecount=3\n"
            "virtual=10.0.0.3:25\n\treal=10.0.0.7:25 masq\n\tservice=smtp\n"
            "virtual=10.0.0.3:443\n\treal=10.0.0.7:443 masq\n\treal=10.0.0.8:443 ipip 5\n\tservice=https\n"
            "\tcheckport=8443\nvirtual=10.0.0.3:53\n\treal=10.0.0.7:53 masq\n\tprotocol=udp\n\tservice=dns\n"
            "\trequest=www.example.com\n");
        row("ldirectord: marks, commands, pings", "ldirectord",
            "virtual=7\n\treal=10.0.0.7 gate\n\tchecktype=ping\n\tscheduler=wlc\n"
            "virtual=10.0.0.3:3306\n\treal=10.0.0.7:3306 gate\n\tchecktype=external\n\tcheckcommand=/bin/true\n"
            "\tfallbackcommand=/bin/true\nvirtual=10.0.0.3:21\n\treal=10.0.0.7:21 gate\n\tservice=ftp\n");
    }
    void keepalivedAcceptsIt()
    {
        QFETCH(QByteArray, format);
        QFETCH(QByteArray, text);
        const auto result = format == "ipvsadm" ? config::importIpvsadm(text.toStdString())
                                                : config::importLdirectord(text.toStdString());
        for (const auto &finding : result.diagnostics)
            QVERIFY2(finding.severity != Severity::Error, finding.message.c_str());
        // Some -t findings are about the machine: scripts need a setting and a user, which no other program's file has.
        const auto head = QByteArray("global_defs {\n    enable_script_security\n    script_user root\n}\n");
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write(head + QByteArray::fromStdString(result.config));
        file.close();
        QProcess keepalived;
        keepalived.setProcessChannelMode(QProcess::MergedChannels);
        keepalived.start("keepalived", {"-t", "-f", file.fileName()});
        QVERIFY(keepalived.waitForFinished(10000));
        const auto said = keepalived.readAll();
        QVERIFY2(keepalived.exitCode() == 0, (said + QByteArray::fromStdString(result.config)).constData());
    }
};

QTEST_GUILESS_MAIN(TestImporters)
#include "tst_importers.moc"
