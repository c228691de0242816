#include <map>

#include <QRegularExpression>

#include "tests/lab/engine.h"
#include "tests/lab/lab_test.h"
#include "tests/lab/sniffer.h"

using namespace twinhelm::lab;

namespace
{

constexpr auto teller = "#!/bin/sh\necho \"$@\" >> /run/told\n";

std::string instance(const char *name, int id, const std::string &more)
{
    const auto number = std::to_string(id);
    return std::string("vrrp_instance ") + name + " {\n    interface eth0\n    version 3\n    virtual_router_id " +
           number + "\n    priority 100\n    advert_int 0.2\n    virtual_ipaddress {\n        10.0.0." + number +
           "\n    }\n" + more + "}\n";
}

std::string script(const char *keyword, const char *word)
{
    return std::string("    ") + keyword + " \"/etc/keepalived/told.sh " + word + "\"\n";
}

/// Two instances in a group, and two alone that a reload takes away.
std::string config(bool whole, const std::string &global)
{
    std::string out = "global_defs {\n    router_id lb01\n    script_user root\n    enable_script_security\n"
                      "    vrrp_notify_fifo /run/fifo\n" +
                      global + "}\n";
    out += "vrrp_sync_group G {\n    group {\n        A\n        B\n    }\n" + script("notify_master", "G-master") +
           script("notify_backup", "G-backup") + script("notify", "G") + "}\n";
    out += instance("A", 51,
                    script("notify_master", "A-master") + script("notify_stop", "A-stop") +
                        script("notify_fault", "A-fault") + script("notify", "A"));
    out += instance("B", 52, script("notify", "B"));
    if (whole) {
        out += instance("C", 53, script("notify", "C"));
        out += instance("D", 54, script("notify_deleted", "D-deleted") + script("notify", "D"));
    }
    return out;
}

/// What an engine tells through its pipe, phase by phase, and by its scripts in all.
struct Story {
    std::map<QString, QStringList> lines;
    QStringList scripts; ///< sorted
    QStringList missing; ///< phases that did not come to their end
};

class Teller
{
public:
    explicit Teller(EngineKind kind) : kind_(kind) {}

    Story tell()
    {
        node_.writeFile("/etc/keepalived/told.sh", teller, 0755);
        node_.must({"mkfifo", "/run/fifo"});
        // It keeps the pipe open, so that nothing is lost when an engine closes it.
        reader_ = node_.start({"sh", "-c", "exec 3<>/run/fifo; exec cat <&3"}, "lines");
        Engine engine(node_, kind_, config(true, {}));
        phase("start", 5);
        phase("master", 5);
        node_.must({"ip", "link", "set", "eth0", "down"});
        phase("fault", 5);
        node_.must({"ip", "link", "set", "eth0", "up"});
        phase("back", 10);
        engine.writeConfig(config(false, {}));
        engine.reload();
        phase("reload", 2);
        engine.process().signal(SIGTERM);
        phase("stop", 3);
        (void)engine.process().wait(Millis(5000));
        auto told = QString::fromStdString(node_.must({"cat", "/run/told"})).split('\n', Qt::SkipEmptyParts);
        told.sort();
        story_.scripts = told;
        if (!story_.missing.isEmpty())
            showLong(lab_.logs());
        return story_;
    }

private:
    void phase(const char *name, qsizetype count)
    {
        const bool there = eventually([&] { return all().size() >= seen_ + count; }, Millis(6000));
        QTest::qWait(150); // nothing may follow
        const auto lines = all();
        story_.lines[name] = lines.mid(seen_);
        seen_ = lines.size();
        if (!there)
            story_.missing << name;
    }
    [[nodiscard]] QStringList all() const
    {
        return QString::fromStdString(reader_.output()).split('\n', Qt::SkipEmptyParts);
    }

    EngineKind kind_;
    Lab lab_;
    Node &node_ = lab_.lb1();
    Process reader_;
    Story story_;
    qsizetype seen_ = 0;
};

/// Between two adverts of the same router.
Millis longestSilence(const std::vector<SeenAdvert> &adverts)
{
    std::map<int, Clock::time_point> last;
    Millis longest(0);
    for (const auto &advert : adverts) {
        const auto before = last.find(advert.virtualRouterId);
        if (before != last.end())
            longest = std::max(longest, std::chrono::duration_cast<Millis>(advert.at - before->second));
        last[advert.virtualRouterId] = advert.at;
    }
    return longest;
}

QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

constexpr auto mailServer = "table all { \"@\" = nobody }\nlisten on 10.0.0.6 port 25\n"
                            "action \"keep\" mda \"/bin/sh -c 'cat >> /run/mails/all'\" virtual <all>\n"
                            "match from any for any action \"keep\"\n";

constexpr auto mailSettings = "    smtp_server 10.0.0.6\n    smtp_alert\n    notification_email_from lb@example.org\n"
                              "    notification_email {\n        ops@example.org\n        admin@example.org\n    }\n";

/// A lab with OpenSMTPD on the client.
struct Post {
    Lab lab;
    Node &node = lab.lb1();
    Node &server = lab.lb2(); // a host with files of its own
    Process smtpd;

    void open(const std::string &keys = {}, const std::string &secure = {})
    {
        server.must({"mount", "-t", "tmpfs", "-o", "mode=0711", "none", "/var/spool/smtpd"}); // not the machine's
        server.must({"mkdir", "-p", "/run/mails"});
        server.must({"chmod", "777", "/run/mails"});
        std::string settings = mailServer;
        settings.insert(settings.find(" port 25") + 8, secure);
        server.writeFile("/run/smtpd.conf", keys + settings);
        smtpd = server.start({"/usr/sbin/smtpd", "-d", "-f", "/run/smtpd.conf"}, "smtpd");
        eventually(
            [&] {
                return server.run({"bash", "-c", ": < /dev/tcp/10.0.0.6/25"}).exitCode == 0;
            },
            Millis(3000));
    }
    [[nodiscard]] QStringList subjects()
    {
        const auto mails = QString::fromStdString(server.run({"cat", "/run/mails/all"}).output);
        QStringList out;
        static const QRegularExpression subject("^Subject: (.*)$", QRegularExpression::MultilineOption);
        for (auto found = subject.globalMatch(mails); found.hasNext();)
            out << found.next().captured(1).trimmed();
        out.sort();
        return out;
    }
    [[nodiscard]] std::string mails() { return server.run({"cat", "/run/mails/all"}).output; }
};

} // namespace

/// Pipes, scripts and mails, as keepalived 2.2.7 has them, asked of both.
class TestNotifications : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { REQUIRE_LAB(); }

    void bothTellTheSameStory()
    {
        const auto theirs = Teller(EngineKind::Keepalived).tell();
        const auto ours = Teller(EngineKind::Twinhelm).tell();
        QCOMPARE(theirs.missing, QStringList());
        QCOMPARE(ours.missing, QStringList());
        for (const char *phase : {"start", "fault", "stop"})
            QCOMPARE(ours.lines.at(phase), theirs.lines.at(phase));
        // Who of several comes first when their timers end in the same instant is not told by anybody.
        for (const char *phase : {"master", "back", "reload"})
            QCOMPARE(sorted(ours.lines.at(phase)), sorted(theirs.lines.at(phase)));
        QCOMPARE(ours.lines.at("start").first(), QString("GROUP \"G\" BACKUP 0"));
        QCOMPARE(ours.scripts, theirs.scripts);
    }

    void mailsReachARealServer()
    {
        std::map<EngineKind, QStringList> subjects;
        for (const auto kind : {EngineKind::Keepalived, EngineKind::Twinhelm}) {
            Post post;
            post.open();
            Engine engine(post.node, kind, config(false, mailSettings));
            // Two recipients: each mail twice.
            VERIFY_IN_LAB(eventually([&] { return post.subjects().size() >= 12; }, Millis(15000)), post.lab);
            subjects[kind] = post.subjects();
            const auto mails = post.mails();
            for (const char *part : {"=> VRRP Instance is now owning VRRP VIPs <=",
                                     "To: ops@example.org, admin@example.org", "From: lb@example.org"})
                QVERIFY2(mails.find(part) != std::string::npos, part);
        }
        QCOMPARE(subjects[EngineKind::Twinhelm], subjects[EngineKind::Keepalived]);
        QVERIFY(subjects[EngineKind::Twinhelm].contains("[lb01] VRRP Instance A - Entering MASTER state"));
        QVERIFY(subjects[EngineKind::Twinhelm].contains("[lb01] VRRP Group G - Entering BACKUP state"));
    }

    /// OpenSMTPD of Debian 12 offers STARTTLS and then cannot shake hands: the alert arrives all the same.
    void anAlertIsWorthMoreThanItsSecrecy()
    {
        Post post;
        const auto key = post.server.run({"openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout",
                                          "/run/key.pem", "-out", "/run/cert.pem", "-days", "2", "-subj", "/CN=client"},
                                         {}, Millis(20000));
        QCOMPARE(key.exitCode, 0);
        post.server.must({"chmod", "600", "/run/key.pem"});
        post.open("pki lab cert \"/run/cert.pem\"\npki lab key \"/run/key.pem\"\n", " tls pki lab");
        Engine engine(post.node, EngineKind::Twinhelm, config(false, mailSettings));
        VERIFY_IN_LAB(eventually([&] { return post.subjects().size() >= 12; }, Millis(15000)), post.lab);
    }

    /// Nobody answers there, and nobody reads the pipe: adverts leave as ever, an event says what is wrong.
    void aMailServerThatIsSilentDelaysNoAdvert()
    {
        Lab lab;
        auto &node = lab.lb1();
        node.writeFile("/etc/keepalived/told.sh", teller, 0755);
        std::string settings = mailSettings;
        settings.replace(settings.find("10.0.0.6"), 8, "10.0.0.77");
        settings += "    smtp_connect_timeout 1\n";
        Sniffer sniffer(lab.client(), "eth0");
        Engine engine(node, EngineKind::Twinhelm, config(false, settings));
        VERIFY_IN_LAB(eventually([&] { return node.holds("10.0.0.51"); }, Millis(5000)), lab);
        // Mails are begun all the time. What delays one advert of one round is the machine, not they.
        std::vector<Millis> rounds;
        for (int round = 0; round < 3 && (rounds.empty() || rounds.back() >= Millis(260)); ++round) {
            const auto since = Clock::now();
            node.must({"sh", "-c", "ip link set eth0 down; sleep 0.1; ip link set eth0 up"}); // more mails
            QTest::qWait(2500);
            rounds.push_back(longestSilence(sniffer.advertsFrom("10.0.0.5", since + Millis(1200))));
            qInfo("longest silence between adverts every 200 ms: %lld ms",
                  static_cast<long long>(rounds.back().count()));
        }
        QVERIFY2(rounds.back() > Millis(150) && rounds.back() < Millis(260),
                 std::to_string(rounds.back().count()).c_str());
        VERIFY_IN_LAB(eventually(
                          [&] {
                              const auto log = engine.log();
                              return log.find("cannot connect to 10.0.0.77 port 25") != std::string::npos;
                          },
                          Millis(3000)),
                      lab);
    }

    void aReadingScriptIsStartedAndStartedAgain()
    {
        Lab lab;
        auto &node = lab.lb1();
        node.writeFile("/etc/keepalived/told.sh", teller, 0755);
        // It reads one line and ends.
        node.writeFile("/etc/keepalived/reader.sh", "#!/bin/sh\nread line < \"$2\"\necho \"$1 $line\" >> /run/read\n",
                       0755);
        Engine engine(node, EngineKind::Twinhelm,
                      config(false, "    vrrp_notify_fifo_script \"/etc/keepalived/reader.sh got\"\n"));
        const auto read = [&] { return node.run({"cat", "/run/read"}).output; };
        VERIFY_IN_LAB(eventually([&] { return read().find("got INSTANCE \"A\" ") != std::string::npos; }, Millis(8000)),
                      lab);
        VERIFY_IN_LAB(engine.log().find("starting it again") != std::string::npos, lab);
        QCOMPARE(engine.stop().value_or(-1), 0);
        QVERIFY(node.run({"test", "-e", "/run/fifo"}).exitCode != 0); // made here, removed here
    }

    void aRefusedScriptNamesThePathAndTheMend()
    {
        Lab lab;
        auto &node = lab.lb1();
        node.writeFile("/etc/keepalived/told.sh", teller, 0757);
        Engine engine(node, EngineKind::Twinhelm, config(false, {}));
        VERIFY_IN_LAB(eventually(
                          [&] {
                              return engine.log().find("chmod o-w /etc/keepalived/told.sh") != std::string::npos &&
                                     node.holds("10.0.0.51");
                          },
                          Millis(5000)),
                      lab);
        QVERIFY(node.run({"test", "-e", "/run/told"}).exitCode != 0);
    }
};

QTEST_GUILESS_MAIN(TestNotifications)
#include "tst_notifications.moc"
