#include "common/cluster/rules/rules.h"

#include <filesystem>

#include <QRegularExpression>
#include <QtTest>

#include "common/config/source/file_access.h"
#include "common/config/syntax/node_ids.h"
#include "common/diagnostics/text_renderer.h"
#include "tests/support/cluster/loaded_cluster.h"

using namespace twinhelm;

namespace
{

const std::filesystem::path folder = std::filesystem::path(TWINHELM_SOURCE_DIR) / "tests/data/cluster";

/// What a file of tests/data/cluster expects.
struct Expected {
    QStringList findings; ///< "line:column-end code severity", sorted
    QStringList says;     ///< parts that some message or note must have
    test::LoadedCluster cluster;
};

Expected readExpected(const QString &text)
{
    // # behind its blanks, then ^^^ under the place, then code and severity; about the last line that is none of these.
    static const QRegularExpression mark("^#(\\s+)(\\^+) (K\\d{4}) (error|warning|hint)$");
    static const QRegularExpression says("^#says (.*)$");
    static const QRegularExpression fact("^#fact (\\S+) (\\S+) (\\S+)$"); // node, interface, address/length
    Expected out;
    out.cluster.loadDocument(text.toStdString());
    const auto lines = text.split(QLatin1Char('\n'));
    qsizetype about = 0;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (const auto match = says.match(lines[i]); match.hasMatch()) {
            out.says << match.captured(1);
        } else if (const auto told = fact.match(lines[i]); told.hasMatch()) {
            out.cluster.tell(told.captured(1).toStdString(), told.captured(2).toStdString(),
                             told.captured(3).toStdString());
        } else if (const auto marked = mark.match(lines[i]); marked.hasMatch()) {
            const auto column = marked.capturedStart(2) + 1;
            out.findings << QStringLiteral("%1:%2-%3 %4 %5")
                                .arg(about + 1)
                                .arg(column)
                                .arg(column + marked.capturedLength(2))
                                .arg(marked.captured(3), marked.captured(4));
        } else {
            about = i;
        }
    }
    out.findings.sort();
    return out;
}

QString asLine(const Diagnostic &one, const config::SourceSet &sources)
{
    const auto at = sources.position(one.range.file, one.range.begin);
    return QStringLiteral("%1:%2-%3 %4 %5")
        .arg(at.line)
        .arg(at.column)
        .arg(at.column + one.range.end - one.range.begin)
        .arg(QString::fromStdString(one.code), QString::fromStdString(std::string(severityName(one.severity))));
}

QStringList codes(std::string_view document)
{
    test::LoadedCluster cluster;
    cluster.loadDocument(std::vector<std::string>{"lb01", "lb02"}, std::string(document));
    QStringList out;
    for (const auto &one : cluster.check())
        out << QString::fromStdString(one.code);
    return out;
}

} // namespace

class TestClusterRules : public QObject
{
    Q_OBJECT

private slots:
    /// Each file is a document for several nodes with mistakes, marked below their lines.
    void findsWhatIsMarked_data()
    {
        QTest::addColumn<QString>("path");
        for (const auto &entry : std::filesystem::directory_iterator(folder))
            QTest::newRow(entry.path().stem().c_str()) << QString::fromStdString(entry.path().string());
    }
    void findsWhatIsMarked()
    {
        QFETCH(QString, path);
        const auto bytes = config::readDiskFile(path.toStdString());
        QVERIFY(bytes);
        const auto expected = readExpected(QString::fromStdString(*bytes));
        const auto findings = expected.cluster.check();
        QStringList found;
        QString said;
        for (const auto &one : findings) {
            found << asLine(one, expected.cluster.nodes().front().loaded->sources);
            said += QString::fromStdString(one.message) + '\n';
            for (const auto &note : one.notes)
                said += QString::fromStdString(note.message) + '\n';
        }
        found.sort();
        if (found != expected.findings)
            qInfo().noquote() << QString::fromStdString(
                renderText(findings, expected.cluster.nodes().front().loaded->sources));
        QCOMPARE(found, expected.findings);
        for (const auto &part : expected.says)
            QVERIFY2(said.contains(part), qPrintable(part + "\nis not in\n" + said));
        const auto code = QString::fromStdString(std::filesystem::path(path.toStdString()).stem().string()).left(5);
        QVERIFY2(expected.findings.join(' ').contains(code), "the file never marks its own code");
    }

    void everyRuleIsExplainedAndTested()
    {
        std::string_view before;
        for (const auto *rule : cluster::rules::all()) {
            const auto &entry = rule->entry;
            const std::string code(entry.code);
            QVERIFY2(entry.code > before, code.c_str());
            before = entry.code;
            QVERIFY2(!entry.title.empty() && !entry.explanation.empty() && !entry.mend.empty(), code.c_str());
            QCOMPARE(config::explain(code), &entry);
            QVERIFY2(std::filesystem::exists(folder / (code + ".conf")), (code + " has no example").c_str());
        }
    }

    void examplesOfTheCatalogueHold()
    {
        for (const auto *rule : cluster::rules::all()) {
            const auto code = QString::fromStdString(std::string(rule->entry.code));
            if (code == "K0419" || code == "K0420") { // need the nodes' interfaces
                QVERIFY(rule->entry.bad.empty());
                continue;
            }
            QVERIFY2(codes(rule->entry.bad).contains(code), qPrintable(code + ": " + codes(rule->entry.bad).join(' ')));
            QVERIFY2(!codes(rule->entry.good).contains(code), qPrintable(code));
        }
    }

    void theOrderOfFilesDoesNotMatter()
    {
        // Who is named "differs" changes with the order; what is found does not.
        for (const auto *rule : cluster::rules::all()) {
            test::LoadedCluster forth;
            forth.loadDocument(std::vector<std::string>{"lb01", "lb02"}, std::string(rule->entry.bad));
            test::LoadedCluster back;
            back.loadDocument(std::vector<std::string>{"lb02", "lb01"}, std::string(rule->entry.bad));
            const auto codesOf = [](const test::LoadedCluster &cluster) {
                QStringList out;
                for (const auto &one : cluster.check())
                    out << QString::fromStdString(one.code);
                out.sort();
                return out;
            };
            QCOMPARE(codesOf(back), codesOf(forth));
        }
    }

    void passwordsDoNotPrint()
    {
        test::LoadedCluster cluster;
        const std::string head = "vrrp_instance VI_1 {\n interface eth0\n virtual_router_id 51\n authentication {\n"
                                 " auth_type PASS\n auth_pass ";
        const std::string tail = "\n }\n virtual_ipaddress {\n 10.0.0.3\n }\n}\n";
        cluster.loadFile("lb01", head + "hush1234" + tail);
        cluster.loadFile("lb02", head + "hush5678" + tail);
        const auto findings = cluster.check();
        QVERIFY(std::ranges::any_of(findings, [](const auto &one) { return one.code == "K0402"; }));
        for (const auto &one : findings) {
            QVERIFY(one.message.find("hush") == std::string::npos);
            for (const auto &note : one.notes)
                QVERIFY(note.message.find("hush") == std::string::npos);
        }
    }
};

QTEST_APPLESS_MAIN(TestClusterRules)
#include "tst_rules.moc"
