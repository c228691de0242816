#include "common/config/repair/repair.h"

#include <filesystem>

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include "common/config/source/file_access.h"
#include "common/config/syntax/syntax_tree.h"

using namespace twinhelm;
using config::repair;
using config::TextKind;

namespace
{

const std::filesystem::path source = TWINHELM_SOURCE_DIR;
const std::filesystem::path shared = source / "../shared";

/// The statements without comments, each on its line with single blanks; braces on lines of their own.
QString meaning(const std::string &text)
{
    const auto tree = config::parse(text);
    QString out;
    for (const auto &token : tree.tokens()) {
        const auto word = tree.text({0, token.begin, token.end});
        switch (token.kind) {
        case config::TokenKind::Blank:
        case config::TokenKind::Comment: out += u' '; break;
        case config::TokenKind::LineEnd: out += u'\n'; break;
        case config::TokenKind::OpenBrace: out += QStringLiteral("\n{\n"); break;
        case config::TokenKind::CloseBrace: out += QStringLiteral("\n}\n"); break;
        default: out += QString::fromUtf8(word.data(), qsizetype(word.size()));
        }
    }
    QStringList lines;
    for (const auto &line : out.split(u'\n')) {
        if (const auto words = line.simplified(); !words.isEmpty())
            lines << words;
    }
    return lines.join(u'\n');
}

/// Lines first..last of a seed, counted from 1; of a single line what stands between two marks.
std::string seedText(const QString &number, int first, int last, const QString &from, const QString &until)
{
    for (const auto &entry : std::filesystem::directory_iterator(shared / "seeds")) {
        if (!QString::fromStdString(entry.path().filename().string()).startsWith(number))
            continue;
        const auto text = QString::fromStdString(config::readDiskFile(entry.path().string()).value_or(""));
        auto part = text.split(u'\n').mid(first - 1, last - first + 1).join(u'\n');
        if (!from.isEmpty()) {
            const auto begin = part.indexOf(from) + from.size();
            return part.mid(begin, part.indexOf(until, begin) - begin).toStdString();
        }
        return part.toStdString() + '\n';
    }
    return {};
}

/// What keepalived complains about, apart from what only this machine lacks.
QStringList keepalivedComplaints(const std::string &text)
{
    QTemporaryDir dir;
    QFile file(dir.filePath(QStringLiteral("keepalived.conf")));
    if (!file.open(QIODevice::WriteOnly))
        return {QStringLiteral("cannot write")};
    file.write(text.data(), qint64(text.size()));
    file.close();
    QProcess keepalived;
    keepalived.setProcessChannelMode(QProcess::MergedChannels);
    keepalived.start(QStringLiteral("/usr/sbin/keepalived"),
                     {QStringLiteral("-t"), QStringLiteral("-f"), file.fileName()});
    if (!keepalived.waitForFinished(20000))
        return {QStringLiteral("did not finish")};
    QStringList out;
    for (const auto &line : QString::fromUtf8(keepalived.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        static const QStringList machine{"since not found", "doesn't exist",          "SECURITY VIOLATION",
                                         "script_security", "Non-existent interface", "unknown interface",
                                         "default user",    "Invalid smtp server",    "nb_get_retry is"};
        if (std::none_of(machine.begin(), machine.end(), [&](const auto &part) { return line.contains(part); }))
            out << line;
    }
    return out;
}

} // namespace

class TestRepair : public QObject
{
    Q_OBJECT

    static QString listed(const config::RepairResult &result)
    {
        QStringList out;
        for (const auto &one : result.changes)
            out << QStringLiteral("%1 %2-%3 %4 %5")
                       .arg(one.applied ? "done" : "asked")
                       .arg(one.range.begin)
                       .arg(one.range.end)
                       .arg(QString::fromStdString(one.words), QString::fromStdString(one.question));
        return out.join(u'\n');
    }

private slots:
    /// Each text of a page against what an expert would have typed.
    void damage_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        const QByteArray clean = "vrrp_instance A {\n    priority 100\n    interface eth0\n}\n";
        const auto row = [&](const char *name, const QByteArray &text, const QByteArray &expected) {
            QTest::newRow(name) << text << expected;
        };
        row("run together", "vrrp_instance A { priority 100 interface eth0 }\n", clean);
        row("run together, flags between", "vrrp_instance A { state BACKUP nopreempt priority 9 smtp_alert }",
            "vrrp_instance A {\n    state BACKUP\n    nopreempt\n    priority 9\n    smtp_alert\n}\n");
        row("one statement in braces is in order", "global_defs { router_id a }\n", "global_defs { router_id a }\n");
        row("comment without its line end",
            "vrrp_instance A { priority 100 #the best of 3 interface eth0 #the card\n}\n",
            "vrrp_instance A { priority 100 #the best of 3 interface eth0 #the card\n}\n"); // no brace needs it: a
                                                                                            // comment
        row("comment with the rest of the file", "vrrp_instance A { priority 100 #the best interface eth0 #card }",
            "vrrp_instance A {\n    priority 100 #the best\n    interface eth0 #card\n}\n");
        row("full width",
            "vrrp_instance A \xef\xbd\x9b\n    priority\xe3\x80\x80\xef\xbc\x91\x30\x30\n    interface "
            "eth0\n\xef\xbd\x9d\n",
            clean);
        row("no-break blanks",
            "vrrp_instance\xc2\xa0"
            "A {\n\xc2\xa0\xc2\xa0\xc2\xa0 priority 100\n\xe2\x80\x8b    interface eth0\n}\n",
            clean);
        row("byte order mark", "\xef\xbb\xbf" + clean, clean);
        row("smart quotes", "vrrp_script s {\n    script \xe2\x80\x9c/bin/check \xe2\x80\x93q\xe2\x80\x9d\n}\n",
            "vrrp_script s {\n    script \"/bin/check -q\"\n}\n");
        row("in quotes and comments nothing changes",
            "vrrp_script s { # \xe2\x80\x9c\xef\xbc\x81\n    script \"/bin/say \xe2\x80\x9cx\xe2\x80\x9d\"\n}\n",
            "vrrp_script s { # \xe2\x80\x9c\xef\xbc\x81\n    script \"/bin/say \xe2\x80\x9cx\xe2\x80\x9d\"\n}\n");
        row("html", "vrrp_instance&nbsp;A {<br>    priority 100<br/>    interface eth0<br />}\n", clean);
        row("old line ends", QByteArray(clean).replace('\n', '\r'), clean);
        row("line numbers", "1  vrrp_instance A {\n2      priority 100\n3      interface eth0\n4  }\n",
            "  vrrp_instance A {\n      priority 100\n      interface eth0\n  }\n");
        row("addresses are no line numbers", "unicast_peer {\n}\n", "unicast_peer {\n}\n");
        row("quote marks", "> vrrp_instance A {\n>     priority 100\n>     interface eth0\n> }\n", clean);
        row("prompt", "[root@lb01 ~]# cat /etc/keepalived/keepalived.conf\n" + clean, clean);
        row("prompt of Debian", "root@lb01:/etc# cat keepalived.conf\n" + clean + "root@lb01:/etc# \n", clean);
        row("user's prompt", "$ sudo vi /etc/keepalived/keepalived.conf\n" + clean, clean);
        row("here-document", "cat > /etc/keepalived/keepalived.conf <<'EOF'\n" + clean + "EOF\n", clean);
        row("here-document through tee", "sudo tee /etc/keepalived/keepalived.conf << EOF\n" + clean + "EOF\n", clean);
        row("fence", "```conf\n" + clean + "```\n", clean);
        row("copy button", "Copy code\n" + clean, clean);
        row("copy button with a copy",
            "vrrp_instance A {\npriority 100\n}\n\xe5\xa4\x8d\xe5\x88\xb6\xe4\xbb\xa3\xe7\xa0\x81priority 100\n}\n",
            "vrrp_instance A {\npriority 100\n}\n");
        row("brace missing behind a header", "vrrp_instance A\n    priority 100\n    interface eth0\n}\n", clean);
        row("inner brace missing", "vrrp_instance A {\n    authentication\n        auth_type PASS\n    }\n}\n",
            "vrrp_instance A {\n    authentication {\n        auth_type PASS\n    }\n}\n");
        row("inner brace missing in front of an entry",
            "vrrp_instance A {\n    virtual_ipaddress\n        10.0.0.3\n    }\n}\n",
            "vrrp_instance A {\n    virtual_ipaddress {\n        10.0.0.3\n    }\n}\n");
        row("both braces missing",
            "vrrp_instance A {\n    authentication\n        auth_type PASS\n    virtual_ipaddress {\n        "
            "10.0.0.3\n    }\n}\n",
            "vrrp_instance A {\n    authentication {\n        auth_type PASS\n    }\n    virtual_ipaddress {\n        "
            "10.0.0.3\n    }\n}\n");
        row("not closed in front of the next block", "global_defs {\n    router_id a\n\n" + clean,
            "global_defs {\n    router_id a\n}\n\n" + clean);
        row("not closed inside", "vrrp_instance A {\n    virtual_ipaddress {\n        10.0.0.3\n    priority 100\n}\n",
            "vrrp_instance A {\n    virtual_ipaddress {\n        10.0.0.3\n    }\n    priority 100\n}\n");
        row("cut off", "vrrp_instance A {\n    virtual_ipaddress {\n        10.0.0.3",
            "vrrp_instance A {\n    virtual_ipaddress {\n        10.0.0.3\n    }\n}\n");
        row("slashes", "vrrp_instance A { // first\n    priority 100 //high\n    interface eth0\n}\n",
            "vrrp_instance A { # first\n    priority 100 # high\n    interface eth0\n}\n");
        row("entries run together",
            "vrrp_instance A {\n    virtual_ipaddress {\n        10.0.0.3 dev eth0 10.0.0.4\n    }\n}\n",
            "vrrp_instance A {\n    virtual_ipaddress {\n        10.0.0.3 dev eth0\n        10.0.0.4\n    }\n}\n");
        row("misspelt", "vrrp_instance A {\n    priorty 100\n    Interface eth0\n}\n", clean);
        row("prose around", "First install it.\n" + clean + "Then start it.\n",
            "# First install it.\n" + clean + "# Then start it.\n");
        row("CRLF", "vrrp_instance A { priority 100 interface eth0 }\r\n# end\r\n",
            "vrrp_instance A {\r\n    priority 100\r\n    interface eth0\r\n}\r\n# end\r\n");
        row("the file's own indentation",
            "global_defs {\n  router_id a\n}\nvrrp_instance A { priority 100 interface eth0 }\n",
            "global_defs {\n  router_id a\n}\nvrrp_instance A {\n  priority 100\n  interface eth0\n}\n");
    }
    void damage()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        const auto result = repair(text.toStdString());
        QCOMPARE(QByteArray::fromStdString(result.text), expected);
        QCOMPARE(result.changed(), text != expected);
        const auto again = repair(result.text);
        QVERIFY2(!again.changed(), qPrintable(listed(again)));
    }

    /// What the schema cannot decide is asked, and done only when told to.
    void questions_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("answered");
        QTest::newRow("stray brace") << QByteArray("global_defs {\n}\n}\n") << QByteArray("global_defs {\n}\n");
        QTest::newRow("words in a block")
            << QByteArray("global_defs {\n    router_id a\n    the name of the node\n}\n")
            << QByteArray("global_defs {\n    router_id a\n    # the name of the node\n}\n");
        QTest::newRow("glued option")
            << QByteArray("vrrp_instance A {\n    track_script {\n        chkweight 20\n    }\n}\n")
            << QByteArray("vrrp_instance A {\n    track_script {\n        chk weight 20\n    }\n}\n");
        QTest::newRow("an interface with a plain name")
            << QByteArray("vrrp_instance A { priority 1 #low interface wan #card }")
            << QByteArray("vrrp_instance A {\n    priority 1 #low\n    interface wan #card\n}\n");
    }
    void questions()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, answered);
        const auto asked = repair(text.toStdString());
        QVERIFY2(asked.openQuestions() > 0, qPrintable(listed(asked)));
        for (const auto &one : asked.changes)
            QCOMPARE(one.applied, one.question.empty());
        const auto done = repair(text.toStdString(), {.applyUncertain = true});
        QCOMPARE(QByteArray::fromStdString(done.text), answered);
    }

    /// What is no configuration comes back as it is, with a word about what it is.
    void otherTexts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("kind");
        QTest::newRow("script") << QByteArray("#!/bin/bash\nif [ $? -eq 0 ]; then\n  killall keepalived\nfi\n")
                                << int(TextKind::ShellScript);
        QTest::newRow("script that lost its #")
            << QByteArray("!/bin/bash n=$(ps -C nginx|wc -l) if [[ ${n} == 0 ]] then fi") << int(TextKind::ShellScript);
        QTest::newRow("commands") << QByteArray("cd /root\nyum install keepalived\nsystemctl start keepalived\n")
                                  << int(TextKind::ShellScript);
        QTest::newRow("script that writes a configuration")
            << QByteArray("#!/bin/sh\ncat > /etc/keepalived/keepalived.conf <<EOF\nglobal_defs {\n}\nEOF\n")
            << int(TextKind::ShellScript);
        QTest::newRow("nginx") << QByteArray("upstream pool { server 172.16.1.7; } server { listen 80; }")
                               << int(TextKind::Other);
        QTest::newRow("nothing") << QByteArray() << int(TextKind::Other);
        QTest::newRow("prose") << QByteArray("The purpose of VRRP is to solve a problem.\n") << int(TextKind::Other);
    }
    void otherTexts()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, kind);
        const auto result = repair(text.toStdString());
        QCOMPARE(int(result.kind), kind);
        QCOMPARE(QByteArray::fromStdString(result.text), text);
        QVERIFY(!result.changed());
    }

    void partsOfABlockAreRepairedToo()
    {
        const auto result = repair("state MASTER interface eth0 virtual_router_id 5\n");
        QCOMPARE(result.kind, TextKind::Part);
        QCOMPARE(result.text, std::string("state MASTER\ninterface eth0\nvirtual_router_id 5\n"));
    }

    /// Changes are told by the place in the text that was given, also when earlier ones moved it.
    void changesKnowTheirPlace()
    {
        const std::string text =
            "[root@a ~]# cat x.conf\nglobal_defs {\xe3\x80\x80router_id a\n    smtp_servr 10.0.0.1\n}\n";
        const auto result = repair(text);
        QCOMPARE(result.changes.size(), std::size_t{3});
        QCOMPARE(result.changes[0].range, (SourceRange{0, 0, 22}));
        const auto &blank = result.changes[1].range;
        QCOMPARE(text.substr(blank.begin, blank.end - blank.begin), std::string("\xe3\x80\x80"));
        const auto &word = result.changes[2].range;
        QCOMPARE(text.substr(word.begin, word.end - word.begin), std::string("smtp_servr"));
    }

    void noSecretIsTold()
    {
        const auto result =
            repair("vrrp_instance A { authentication auth_type PASS autp_pass s3cr3t\xe3\x80\x80 } #s3cr3t }",
                   {.applyUncertain = true});
        QVERIFY(result.changes.size() >= 3);
        QVERIFY2(!listed(result).contains(QLatin1String("s3cr3t")), qPrintable(listed(result)));
    }

    /// Every configuration of the five texts that the product starts from.
    void seeds_data()
    {
        QTest::addColumn<QString>("seed");
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("last");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("until");
        QTest::addColumn<QString>("expected"); ///< empty: the text itself, byte for byte
        QTest::addColumn<bool>("yes");
        QTest::addColumn<bool>("accepted"); ///< keepalived has nothing against it
        const auto inLine = [](const char *name, int line, const char *from, const char *until, const char *expected) {
            QTest::newRow(name) << "000" << line << line << from << until << expected << false << true;
        };
        inLine("000: explained", 1, "2. Configuration file explanation ", " 3.lb01", "seed000_0");
        inLine("000: lb01", 1, "3.lb01 configuration ", " 4.lb02", "seed000_1");
        inLine("000: lb02", 1, "4.lb02 configuration ", " 5. Startup", "seed000_2");
        inLine("000: two masters, lb01", 1, "dual-master experiment ", " 2.lb02", "seed000_3");
        inLine("000: two masters, lb02", 1, "2.lb02 configuration file ", " 3. Restart", "seed000_4");
        inLine("000: with nginx, lb01", 1, "1.lb01 keepalived configuration ", " 2.lb02", "seed000_5");
        inLine("000: with nginx, lb02", 1, "2.lb02 keepalived configuration ", " Web server", "seed000_6");
        inLine("000: script on lb01", 2, "Keepalived calls the script: ", " 4. The second", "seed000_7");
        inLine("000: scripts on lb02", 2, "fi keepalived configuration: ", " This is the end", "seed000_8");
        const auto lines = [](const char *name, const char *seed, int first, int last, const char *expected,
                              bool accepted, bool yes = false) {
            QTest::newRow(name) << seed << first << last << QString() << QString() << expected << yes << accepted;
        };
        // Its pages lost all that stood between < and >, so many values are missing.
        lines("001: script", "001", 85, 85, "seed001_85", true);
        lines("001: tracked script", "001", 86, 88, "seed001_86", false, true);
        lines("001: group of virtual servers", "001", 97, 100, "", false);
        lines("001: virtual server", "001", 104, 165, "seed001_104", false, true);
        lines("001: global_defs", "001", 202, 222, "seed001_202", true);
        lines("001: mail", "001", 224, 233, "seed001_224", false);
        lines("001: fixed addresses", "001", 242, 260, "seed001_242", false);
        lines("001: group of instances", "001", 272, 292, "seed001_272", false);
        lines("001: members", "001", 293, 299, "seed001_293", false);
        lines("001: instance, cut off", "001", 307, 343, "seed001_307", false);
        lines("001: instance with script", "001", 364, 408, "seed001_364", true);
        lines("001: script again", "001", 410, 410, "seed001_410", true);
        lines("001: tracked script again", "001", 411, 413, "seed001_411", false, true);
        lines("001: group without its brace", "001", 423, 426, "seed001_423", false);
        lines("001: virtual server again", "001", 434, 495, "seed001_434", false, true);
        lines("001: all together", "001", 497, 625, "seed001_497", false);
        lines("002: chk_nginx", "002", 289, 311, "", true);
        lines("002: explained", "002", 431, 466, "", true);
        lines("002: cut off", "002", 485, 492, "seed002_485", true);
        lines("003: virtual server", "003", 107, 136, "", false); // nat_mask is no longer known
        lines("004: main", "004", 46, 75, "seed004_46", true);
        lines("004: standby", "004", 105, 134, "seed004_105", true);
    }
    void seeds()
    {
        if (!std::filesystem::exists(shared / "seeds"))
            QSKIP("../shared is absent: the repair of the seeds' configurations is NOT tested");
        QFETCH(QString, seed);
        QFETCH(int, first);
        QFETCH(int, last);
        QFETCH(QString, from);
        QFETCH(QString, until);
        QFETCH(QString, expected);
        QFETCH(bool, yes);
        QFETCH(bool, accepted);
        const auto text = seedText(seed, first, last, from, until);
        QVERIFY(!text.empty());
        const auto result = repair(text, {.applyUncertain = yes});
        if (expected.isEmpty()) {
            QCOMPARE(QString::fromStdString(result.text), QString::fromStdString(text));
        } else {
            const auto wanted =
                config::readDiskFile((source / "tests/data/repair" / (expected.toStdString() + ".conf")).string());
            QVERIFY(wanted);
            QCOMPARE(meaning(result.text), meaning(*wanted));
            QVERIFY(result.changed() || yes);
        }
        if (!accepted)
            return;
        if (!QFileInfo::exists(QStringLiteral("/usr/sbin/keepalived")))
            QSKIP("keepalived is absent: whether it takes the repaired text is NOT tested");
        const auto complaints = keepalivedComplaints(result.text);
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
    }

    /// The seeds' scripts are not configurations.
    void seedScripts_data()
    {
        QTest::addColumn<QString>("seed");
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("last");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("until");
        QTest::newRow("000: check_web") << "000" << 2 << 2 << "cat check_web.sh "
                                        << " Keepalived calls";
        QTest::newRow("000: check_vip") << "000" << 2 << 2 << "cat check_vip.sh "
                                        << " keepalived configuration:";
        QTest::newRow("001: check_haproxy") << "001" << 643 << 650 << QString() << QString();
        QTest::newRow("002: check_nginx") << "002" << 381 << 385 << QString() << QString();
        QTest::newRow("002: nginx_pid") << "002" << 389 << 398 << QString() << QString();
        QTest::newRow("002: nginx_pid, another") << "002" << 402 << 415 << QString() << QString();
    }
    void seedScripts()
    {
        if (!std::filesystem::exists(shared / "seeds"))
            QSKIP("../shared is absent: the seeds' scripts are NOT tested");
        QFETCH(QString, seed);
        QFETCH(int, first);
        QFETCH(int, last);
        QFETCH(QString, from);
        QFETCH(QString, until);
        const auto text = seedText(seed, first, last, from, until);
        const auto result = repair(text);
        QCOMPARE(result.kind, TextKind::ShellScript);
        QCOMPARE(result.text, text);
    }

    /// People's real files: whatever keepalived takes as it is stays as it is, byte for byte.
    void whatIsInOrderStays()
    {
        if (!std::filesystem::exists(shared / "corpus"))
            QSKIP("../shared is absent: that files in order are not touched is NOT tested");
        int same = 0;
        QStringList changed;
        for (const auto &entry : std::filesystem::directory_iterator(shared / "corpus/conf")) {
            const auto name = entry.path().filename().string();
            const auto text = config::readDiskFile(entry.path().string()).value_or("");
            const auto verdict =
                config::readDiskFile((shared / "corpus/oracle" / (name.substr(0, 3) + ".txt")).string()).value_or("");
            const auto result = repair(text, {.applyUncertain = true});
            QCOMPARE(result.text == text, !result.changed());
            if (result.text == text)
                ++same;
            else
                changed << QString::fromStdString(name);
            const auto quoted = listed(result);
            QVERIFY2(result.text == text || verdict.find("rc=0") == std::string::npos,
                     qPrintable(QString::fromStdString(name) + u'\n' + quoted));
            const auto again = repair(result.text, {.applyUncertain = true});
            QVERIFY2(again.text == result.text, qPrintable(QString::fromStdString(name) + u'\n' + listed(again)));
        }
        changed.sort();
        qInfo().noquote() << same << "of 206 are as they were; changed:\n  " + changed.join("\n  ");
        QVERIFY(same >= 185);
    }
};

QTEST_APPLESS_MAIN(TestRepair)
#include "tst_repair.moc"
