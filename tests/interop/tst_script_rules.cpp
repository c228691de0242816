#include <set>

#include "tests/lab/engine.h"
#include "tests/lab/lab_test.h"

using namespace twinhelm::lab;

namespace
{

struct Case {
    const char *name;
    const char *script;
    const char *user; ///< empty: none
};

constexpr Case cases[] = {
    {"root's own", "/etc/keepalived/t/ok.sh", "root"},
    {"folder of another user", "/etc/keepalived/t/own/ok.sh", "root"},
    {"folder that a group may write", "/etc/keepalived/t/group/ok.sh", "root"},
    {"sticky folder", "/etc/keepalived/t/sticky/ok.sh", "root"},
    {"file that all may write", "/etc/keepalived/t/world.sh", "root"},
    {"not executable", "/etc/keepalived/t/plain.sh", "root"},
    {"not there", "/etc/keepalived/t/none.sh", "root"},
    {"link to another's folder", "/etc/keepalived/t/link.sh", "root"},
    {"link in another's folder", "/etc/keepalived/t/own/link.sh", "root"},
    {"found along PATH", "true", "root"},
    {"arguments", "/etc/keepalived/t/ok.sh 0 x", "root"},
    {"fails", "/etc/keepalived/t/ok.sh 1", "root"},
    {"another user", "/etc/keepalived/t/ok.sh", "nobody"},
    {"another user's own folder", "/etc/keepalived/t/own/ok.sh", "nobody"},
    {"not executable for that user", "/etc/keepalived/t/private.sh", "nobody"},
    {"nobody to run it", "/etc/keepalived/t/ok.sh", ""},
};

constexpr auto files =
    "mkdir -p /etc/keepalived/t/own /etc/keepalived/t/group /etc/keepalived/t/sticky && cd /etc/keepalived/t && "
    "printf '#!/bin/sh\\nexit ${1:-0}\\n' > ok.sh && chmod 755 ok.sh && "
    "cp ok.sh own && cp ok.sh group && cp ok.sh sticky && cp ok.sh world.sh && cp ok.sh plain.sh && "
    "cp ok.sh private.sh && chown nobody own && chgrp nogroup group && chmod 775 group && "
    "chmod 1777 sticky && chmod 757 world.sh && chmod 644 plain.sh && chmod 700 private.sh && "
    "ln -s own/ok.sh link.sh && ln -s ../ok.sh own/link.sh";

std::string config()
{
    std::string out = "global_defs {\n router_id lb01\n enable_script_security\n}\n";
    int id = 0;
    for (const auto &one : cases) {
        const auto number = std::to_string(++id);
        out += "vrrp_script s" + number + " {\n script \"" + one.script + "\"\n interval 1\n" +
               (*one.user != '\0' ? std::string(" user ") + one.user + "\n" : std::string()) + "}\n" +
               "vrrp_instance V" + number + " {\n interface eth0\n virtual_router_id " + number +
               "\n version 3\n advert_int 0.2\n virtual_ipaddress {\n  10.0.1." + number +
               "\n }\n track_script {\n  s" + number + "\n }\n}\n";
    }
    return out;
}

struct Verdicts {
    std::set<int> masters; ///< their script is fine, or counts in no way
    std::set<int> refused; ///< said in the log
};

Verdicts judge(EngineKind kind)
{
    Lab lab;
    auto &node = lab.lb1();
    node.must({"sh", "-c", files});
    Engine engine(node, kind, config());
    QTest::qWait(4000);
    Verdicts out;
    const auto log = engine.log();
    for (int id = 1; id <= int(std::size(cases)); ++id) {
        const auto number = std::to_string(id);
        if (node.holds("10.0.1." + number))
            out.masters.insert(id);
        for (const char *word : {"Disabling track script s", "for vrrp script s", "script s"}) {
            const auto said = word + number + (*word == 's' ? ": not run" : " ");
            if (log.find(said) != std::string::npos)
                out.refused.insert(id);
        }
        if (log.find(std::string("'") + cases[id - 1].script + "' is not executable") != std::string::npos)
            out.refused.insert(id);
    }
    return out;
}

} // namespace

/// enable_script_security and what else keeps a script from being run, under keepalived 2.2.7 and under twinhelmd.
class TestScriptRules : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { REQUIRE_LAB(); }

    void refusedScriptsMeanTheSame()
    {
        const auto theirs = judge(EngineKind::Keepalived);
        const auto ours = judge(EngineKind::Twinhelm);
        QStringList differences;
        // keepalived looks only at where a link leads, but whoever can change the link chooses that.
        const QStringList expected{"link in another's folder: refused by us only"};
        const auto compare = [&](int id, const char *what, bool mine, bool theirOwn) {
            if (mine != theirOwn)
                differences << QString("%1: %2 by %3 only").arg(cases[id - 1].name, what, mine ? "us" : "keepalived");
        };
        for (int id = 1; id <= int(std::size(cases)); ++id) {
            compare(id, "master", ours.masters.contains(id), theirs.masters.contains(id));
            compare(id, "refused", ours.refused.contains(id), theirs.refused.contains(id));
        }
        if (!differences.isEmpty())
            showLong((differences.join('\n') + '\n').toStdString());
        QCOMPARE(differences, expected);
        QVERIFY(ours.masters.contains(1) && !ours.masters.contains(12)); // a good script and a bad one
    }
};

QTEST_GUILESS_MAIN(TestScriptRules)
#include "tst_script_rules.moc"
