#include "agent/ctl/language_commands.h"

#include <sstream>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QtTest>

#include "agent/ctl/command_line.h"
#include "common/wire/json.h"

using namespace twinhelm;

namespace
{

struct Ran {
    int code = 0;
    QByteArray out;
    QByteArray err;
};

Ran run(std::vector<std::string> arguments, const QByteArray &input = {})
{
    arguments.insert(arguments.begin(), "twinhelmctl");
    std::vector<const char *> argv;
    for (const auto &one : arguments)
        argv.push_back(one.c_str());
    std::istringstream in(input.toStdString());
    std::ostringstream out;
    std::ostringstream err;
    Ran ran;
    ran.code = ctl::runCtl(int(argv.size()), argv.data(), {in, out, err});
    ran.out = QByteArray::fromStdString(out.str());
    ran.err = QByteArray::fromStdString(err.str());
    return ran;
}

const QByteArray good = "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    priority 150\n"
                        "    virtual_ipaddress {\n        10.0.0.3\n    }\n}\n";
const QByteArray warned = QByteArray(good).replace("priority 150", "priority 150\n    nopreempt\n    state MASTER");
const QByteArray bad = QByteArray(good).replace("priority 150", "priority 300");

} // namespace

class TestLanguageCommands : public QObject
{
    Q_OBJECT

    QTemporaryDir dir_;

    [[nodiscard]] std::string write(const char *name, const QByteArray &text) const
    {
        QFile file(dir_.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            return {};
        return file.fileName().toStdString();
    }

    [[nodiscard]] QByteArray read(const char *name) const
    {
        QFile file(dir_.filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    void checkExitsByTheWorstFinding_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("strict");
        QTest::addColumn<int>("code");
        QTest::newRow("good") << good << false << 0;
        QTest::newRow("good, strict") << good << true << 0;
        QTest::newRow("warnings") << warned << false << 0;
        QTest::newRow("warnings, strict") << warned << true << 1;
        QTest::newRow("errors") << bad << false << 2;
        QTest::newRow("errors, strict") << bad << true << 2;
    }
    void checkExitsByTheWorstFinding()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, strict);
        QFETCH(int, code);
        const auto file = write("one.conf", text);
        std::vector<std::string> arguments{"check", file, "-i", "lb01"};
        if (strict)
            arguments.emplace_back("--strict");
        const auto ran = run(arguments);
        QVERIFY2(ran.code == code, ran.out.constData());
        // The program itself says the same.
        QStringList list;
        for (const auto &one : arguments)
            list << QString::fromStdString(one);
        QProcess program;
        program.start(QStringLiteral(TWINHELM_BIN_DIR "/twinhelmctl"), list);
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitCode(), code);
        QCOMPARE(program.readAllStandardOutput(), ran.out);
        QVERIFY(!ran.out.contains('\x1b'));
    }

    void checkSaysWhatIsWrongAndWhere()
    {
        const auto file = write("bad.conf", bad);
        const auto ran = run({"check", file, "-i", "lb01"});
        QVERIFY2(ran.out.contains((file + ":4:14: error: ").c_str()), ran.out.constData());
        QVERIFY2(ran.out.contains("        priority 300\n                 ^~~\n"), ran.out.constData());
        QVERIFY2(ran.out.endsWith((file + " for lb01: has errors\n").c_str()), ran.out.constData());
        QCOMPARE(run({"check", "/nowhere.conf"}).code, 3);
        const auto report = wire::parseCheckReport(run({"check", file, "--json"}).out.toStdString());
        QVERIFY(report && !report->ok && report->diagnostics.size() == 1);
        QCOMPARE(report->diagnostics[0].file, file);
    }

    void checkReadsStandardInput()
    {
        const auto ran = run({"check", "-", "-i", "lb01"}, bad);
        QCOMPARE(ran.code, 2);
        QVERIFY2(ran.out.contains("<stdin>:4:14: error: "), ran.out.constData());
    }

    void checkKnowsWhatOlderVersionsDoNot()
    {
        const auto text = QByteArray(good).replace("priority 150", "priority 150\n    timer_expired_backup 200");
        QCOMPARE(run({"check", "-", "-i", "lb01"}, text).code, 0);
        const auto old = run({"check", "-", "-i", "lb01", "--target-version", "2.2.7"}, text);
        QCOMPARE(old.code, 2);
        QVERIFY2(old.out.contains("<stdin>:5:") && old.out.contains("[K0114]"), old.out.constData());
    }

    void checkLooksBetweenNodes()
    {
        const auto first = write("lb01.conf", good);
        const auto second = write("lb02.conf", QByteArray(good).replace("51", "52"));
        QCOMPARE(run({"check", first, second}).code, 0); // two files, no cluster
        const auto ran = run({"check", "lb01=" + first, "lb02=" + second});
        QVERIFY2(ran.out.contains("[K04"), ran.out.constData());
        const auto merged = run({"merge", "lb01=" + first, "lb02=" + second});
        const auto document = run({"check", "-", "--ids", "lb01,lb02"}, merged.out);
        QVERIFY2(document.out.contains("[K04"), document.out.constData());
        QCOMPARE(run({"check", "a=" + first, "a=" + second}).code, 2);
        QCOMPARE(run({"check", first, second, "--ids", "a,b"}).code, 2);
    }

    /// What SARIF 2.1.0 requires of a log, a run, a rule and a result
    /// (sections 3.13, 3.14, 3.19, 3.27, 3.29, 3.30, 3.49).
    void sarifIsValid()
    {
        const auto file = write("a bad.conf", bad + "}\n");
        const auto ran = run({"check", file, "-i", "lb01", "--format", "sarif"});
        QCOMPARE(ran.code, 2);
        QJsonParseError error;
        const auto log = QJsonDocument::fromJson(ran.out, &error).object();
        QCOMPARE(error.error, QJsonParseError::NoError);
        QCOMPARE(log.value(QLatin1String("version")).toString(), QStringLiteral("2.1.0"));
        QCOMPARE(log.value(QLatin1String("runs")).toArray().size(), 1);
        const auto theRun = log.value(QLatin1String("runs")).toArray().at(0).toObject();
        const auto driver = theRun.value(QLatin1String("tool")).toObject().value(QLatin1String("driver")).toObject();
        QCOMPARE(driver.value(QLatin1String("name")).toString(), QStringLiteral("twinhelmctl"));
        const auto rules = driver.value(QLatin1String("rules")).toArray();
        QSet<QString> ids;
        for (const auto &rule : rules) {
            const auto object = rule.toObject();
            QVERIFY(!object.value(QLatin1String("id")).toString().isEmpty());
            QVERIFY(!object.value(QLatin1String("shortDescription"))
                         .toObject()
                         .value(QLatin1String("text"))
                         .toString()
                         .isEmpty());
            ids.insert(object.value(QLatin1String("id")).toString());
        }
        QCOMPARE(ids.size(), rules.size());
        const auto results = theRun.value(QLatin1String("results")).toArray();
        QVERIFY(results.size() >= 2);
        for (const auto &one : results) {
            const auto result = one.toObject();
            const auto index = result.value(QLatin1String("ruleIndex")).toInt(-1);
            QVERIFY(index >= 0 && index < rules.size());
            QCOMPARE(rules.at(index).toObject().value(QLatin1String("id")), result.value(QLatin1String("ruleId")));
            QVERIFY((QStringList{"none", "note", "warning", "error"})
                        .contains(result.value(QLatin1String("level")).toString()));
            QVERIFY(
                !result.value(QLatin1String("message")).toObject().value(QLatin1String("text")).toString().isEmpty());
            const auto place = result.value(QLatin1String("locations"))
                                   .toArray()
                                   .at(0)
                                   .toObject()
                                   .value(QLatin1String("physicalLocation"))
                                   .toObject();
            const auto uri =
                place.value(QLatin1String("artifactLocation")).toObject().value(QLatin1String("uri")).toString();
            QCOMPARE(QUrl(uri, QUrl::StrictMode).toLocalFile().toStdString(), file);
            const auto region = place.value(QLatin1String("region")).toObject();
            QVERIFY(region.value(QLatin1String("startLine")).toInt() >= 1 &&
                    region.value(QLatin1String("startColumn")).toInt() >= 1);
            QVERIFY(region.value(QLatin1String("endLine")).toInt() >= region.value(QLatin1String("startLine")).toInt());
        }
        const auto clean =
            QJsonDocument::fromJson(run({"check", write("good.conf", good), "-i", "lb01", "--format", "sarif"}).out)
                .object();
        QVERIFY(
            clean.value(QLatin1String("runs")).toArray().at(0).toObject().value(QLatin1String("results")).isArray());
    }

    /// Columns are UTF-16 code units, as columnKind says: a Chinese character is one, an emoji two, a byte that is no
    /// text one.
    void sarifCountsCharacters()
    {
        const auto file =
            write("chinese.conf", "global_defs {\n  router_id \"\u4e3b\u673a\U0001f600\xff\" \u591a\u4f59\n"
                                  "  \u4e3b x\n}\n");
        const auto ran = run({"check", file, "-i", "lb01", "--format", "sarif"});
        const auto log = QJsonDocument::fromJson(ran.out).object();
        const auto theRun = log.value(QLatin1String("runs")).toArray().at(0).toObject();
        QCOMPARE(theRun.value(QLatin1String("columnKind")).toString(), QStringLiteral("utf16CodeUnits"));
        QStringList places;
        for (const auto &one : theRun.value(QLatin1String("results")).toArray()) {
            const auto result = one.toObject();
            const auto region = result.value(QLatin1String("locations"))
                                    .toArray()
                                    .at(0)
                                    .toObject()
                                    .value(QLatin1String("physicalLocation"))
                                    .toObject()
                                    .value(QLatin1String("region"))
                                    .toObject();
            places << QStringLiteral("%1 %2:%3-%4")
                          .arg(result.value(QLatin1String("ruleId")).toString())
                          .arg(region.value(QLatin1String("startLine")).toInt())
                          .arg(region.value(QLatin1String("startColumn")).toInt())
                          .arg(region.value(QLatin1String("endColumn")).toInt());
        }
        // router_id "XXYYZ" ends at column 20; the words behind it are two characters.
        QVERIFY2(places.contains(QStringLiteral("K0020 2:21-23")), qPrintable(places.join(u' ')));
    }

    void repairWritesTheTextAndSaysWhatItDid()
    {
        const auto ran =
            run({"repair", "-"}, "[root@lb01 ~]# cat x.conf\nglobal_defs { router_id lb01 smtp_servr 10.0.0.1 }\n");
        QCOMPARE(ran.code, 0);
        QCOMPARE(ran.out, QByteArray("global_defs {\n    router_id lb01\n    smtp_server 10.0.0.1\n}\n"));
        QVERIFY2(ran.err.contains("<stdin>:1: A shell's prompt and command were taken off.\n"), ran.err.constData());
        const auto file = write("good.conf", good);
        const auto same = run({"repair", file, "-o", dir_.filePath(QStringLiteral("out.conf")).toStdString()});
        QCOMPARE(same.code, 0);
        QCOMPARE(read("out.conf"), good);
        QVERIFY(same.out.isEmpty() && same.err.isEmpty());
        QCOMPARE(run({"repair", "/nowhere"}).code, 3);
        QCOMPARE(run({"repair", file, "-o", "/nowhere/x"}).code, 3);
    }

    void repairAsksWhatItDoesNotKnow()
    {
        const QByteArray text = "global_defs {\n}\n}\n";
        const auto asked = run({"repair", "-"}, text);
        QCOMPARE(asked.code, 1);
        QCOMPARE(asked.out, text);
        QVERIFY2(asked.err.contains("<stdin>:3: not done: "), asked.err.constData());
        const auto done = run({"repair", "-", "--yes"}, text);
        QCOMPARE(done.code, 0);
        QCOMPARE(done.out, QByteArray("global_defs {\n}\n"));
        const auto list = QJsonDocument::fromJson(run({"repair", "-", "--format", "json"}, text).out).object();
        QCOMPARE(list.value(QLatin1String("open")).toInt(), 1);
        QCOMPARE(list.value(QLatin1String("changes")).toArray().at(0).toObject().value(QLatin1String("line")).toInt(),
                 3);
    }

    void repairLeavesScriptsAlone()
    {
        const auto ran = run({"repair", "-"}, "#!/bin/bash\nif true; then\n  killall keepalived\nfi\n");
        QCOMPARE(ran.code, 2);
        QVERIFY(ran.out.isEmpty());
        QVERIFY2(ran.err.contains("is a shell script"), ran.err.constData());
    }

    void exportWritesTheFormAskedFor()
    {
        const QByteArray document =
            "# pair\n" +
            QByteArray(good).replace("    priority 150\n", "@lb01     priority 150\n@lb02     priority 100\n");
        const auto file = write("pair.conf", document);
        const auto own = run({"export", file, "--config-id", "lb02"});
        QCOMPARE(own.code, 0);
        QVERIFY2(own.out.startsWith("# pair\n") && own.out.contains("priority 100\n") && !own.out.contains("150"),
                 own.out.constData());
        const auto minimal = run({"export", "-", "-i", "lb02", "--minimal"}, document);
        QVERIFY2(minimal.out.startsWith("vrrp_instance") && minimal.out.contains("priority 100\n"),
                 minimal.out.constData());
        const auto normalised = run({"export", file, "-i", "lb01", "--normalise"});
        QVERIFY2(normalised.out.contains("priority 150\n") && !normalised.out.contains('@'),
                 normalised.out.constData());
        QCOMPARE(run({"check", "-", "-i", "lb01"}, normalised.out).code, 0);
        const auto model = QJsonDocument::fromJson(run({"export", file, "-i", "lb01", "--json"}).out).object();
        QVERIFY(model.contains(QLatin1String("vrrp_instance")));
        const auto refused = run({"export", write("bad.conf", bad), "-i", "lb01", "--normalise"});
        QCOMPARE(refused.code, 5);
        QVERIFY(refused.out.isEmpty() && refused.err.contains("K0102"));
        QCOMPARE(run({"export", file, "--minimal", "--json"}).code, 2);
    }

    void importWritesKeepalivedsForm()
    {
        const auto ran =
            run({"import", "ipvsadm", "-"}, "-A -t 10.0.0.1:80 -s rr\n-a -t 10.0.0.1:80 -r 10.0.0.7:80 -m -w 1\n");
        QVERIFY2(ran.out.contains("virtual_server 10.0.0.1 80 {\n"), ran.out.constData());
        QVERIFY2(ran.err.contains("<stdin>:1:"), ran.err.constData()); // nobody checks the servers
        QVERIFY(!run({"import", "ldirectord", "-"}, "virtual=10.0.0.1:80\n\treal=10.0.0.7:80 gate\n\tservice=http\n")
                     .out.isEmpty());
        QCOMPARE(run({"import", "haproxy", "-"}).code, 2);
        QCOMPARE(run({"import", "ipvsadm", "/nowhere"}).code, 6);
    }

    void explainAndKeywordLookUp()
    {
        const auto explained = run({"explain", "k0102"});
        QCOMPARE(explained.code, 0);
        QVERIFY2(explained.out.startsWith("K0102: A number outside its range\n"), explained.out.constData());
        QVERIFY(explained.out.contains("Mend: "));
        QCOMPARE(run({"explain", "K9999"}).code, 1);
        const auto page = run({"keyword", "vrrp_instance/advert_int"});
        QCOMPARE(page.code, 0);
        QVERIFY2(page.out.contains("advert_int"), page.out.constData());
        QVERIFY(run({"keyword", "delay_loop"}).out.count("delay_loop") >= 2); // in several blocks
        const auto unknown = run({"keyword", "vrrp_instance/advert_it"});
        QCOMPARE(unknown.code, 1);
        QVERIFY2(unknown.err.contains("Did you mean vrrp_instance/advert_int?"), unknown.err.constData());
    }

    /// Whatever a command prints about a file, its secrets are not in it.
    void noCommandPrintsSecrets()
    {
        const auto text =
            QByteArray(good).replace(
                "priority 150",
                "priority 300\n    authentication {\n        auth_type PASS\n        auth_pass s3cr3t-and-more\n"
                "        autp_pass s3cr3t\n    }\n    auth_hmac {\n        key 999 s3cr3t\n    }") +
            "SSL {\n    password s3cr3t\n    key\n}\n$PASS=s3cr3t\n";
        const auto file = write("secret.conf", text);
        for (const char *format : {"text", "json", "sarif"}) {
            const auto ran = run({"check", file, "-i", "lb01", "--format", format});
            QCOMPARE(ran.code, 2);
            QVERIFY2(!ran.out.contains("s3cr3t") && !ran.err.contains("s3cr3t"), (ran.out + ran.err).constData());
        }
        const auto repaired = run({"repair", "-", "--yes"}, "} " + text);
        QVERIFY2(!repaired.err.contains("s3cr3t"), repaired.err.constData());
        QVERIFY(!run({"repair", "-", "--yes", "--format", "json"}, "} " + text).out.contains("s3cr3t"));
        for (const char *form : {"--json", "--normalise"}) {
            const auto shown = run({"export", file, "-i", "lb01", form});
            QVERIFY2(!shown.err.contains("s3cr3t") && !shown.out.contains("s3cr3t"), shown.err.constData());
        }
        const auto model =
            run({"export", "-", "-i", "lb01", "--json"},
                QByteArray(good).replace("priority 150",
                                         "authentication {\n        auth_type PASS\n        auth_pass s3cr3t\n    }"));
        QVERIFY2(model.out.contains("auth_pass") && !model.out.contains("s3cr3t"), model.out.constData());
        const auto merged = run({"merge", "lb01=" + file, "lb02=" + write("other.conf", text + "}\n")});
        QVERIFY2(!merged.err.contains("s3cr3t"), merged.err.constData());
    }
};

QTEST_GUILESS_MAIN(TestLanguageCommands)
#include "tst_language_commands.moc"
