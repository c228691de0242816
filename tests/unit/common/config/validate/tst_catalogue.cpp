#include "common/config/validate/catalogue.h"

#include <algorithm>
#include <set>

#include <QDirIterator>
#include <QtTest>

#include "tests/unit/common/config/validate/example.h"

using namespace twinhelm;
using namespace twinhelm::test;

namespace
{

/// Codes whose example no text of one node can show: what they are about does not print (tst_rules.cpp has them as
/// files), it takes a target version (tst_check_target_version.cpp) or several nodes (tests/unit/common/cluster/rules).
bool cannotBeShown(std::string_view code)
{
    return code == "K0004" || code == "K0005" || code == "K0114" || code >= "K04" || code.front() != 'K';
}

Diagnostics findingsOf(const config::LoadedNode &node, std::string_view code)
{
    return code.starts_with("K03") ? node.engineGaps : node.diagnostics;
}

config::LoadedNode load(const config::CatalogueEntry &entry, std::string_view example)
{
    return loadExample(exampleFile(entry, example), entry.code != "K0011");
}

QStringList codesOf(const Diagnostics &diagnostics)
{
    QStringList out;
    for (const auto &one : diagnostics)
        out << QString::fromStdString(one.code);
    out.sort();
    return out;
}

} // namespace

class TestCatalogue : public QObject
{
    Q_OBJECT

    static void forEachEntry(bool good)
    {
        QTest::addColumn<QString>("code");
        for (const auto *entry : config::catalogue()) {
            // Of several nodes (tests/unit/common/cluster/rules), of imports, merging and edits (their own tests).
            if (entry->code >= "K04" || entry->code.front() != 'K')
                continue;
            // A text whose includes are not followed has no better form, only a better place.
            if (!cannotBeShown(entry->code) && !(good && entry->code == "K0011"))
                QTest::newRow(std::string(entry->code).c_str()) << QString::fromStdString(std::string(entry->code));
        }
    }

private slots:
    void entriesAreWhole()
    {
        std::set<std::string_view> seen;
        for (const auto *entry : config::catalogue()) {
            const std::string code(entry->code);
            QVERIFY2(seen.insert(entry->code).second, code.c_str());
            QVERIFY2(!entry->title.empty() && !entry->explanation.empty() && !entry->mend.empty(), code.c_str());
            QVERIFY2(cannotBeShown(code) || !entry->bad.empty(), code.c_str());
            QCOMPARE(config::explain(code), entry);
        }
        QVERIFY(!config::explain("K9999"));
    }

    /// A code in the sources that nobody explains would leave a person alone with it.
    void everyCodeOfTheSourcesIsExplained()
    {
        static const QRegularExpression literal(QStringLiteral("\"([KCE]0\\d\\d\\d)\""));
        int found = 0;
        QDirIterator files(QStringLiteral(TWINHELM_SOURCE_DIR "/common"), {"*.cpp", "*.h"}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto text = QString::fromUtf8(file.readAll());
            for (auto match = literal.globalMatch(text); match.hasNext(); ++found) {
                const auto code = match.next().captured(1);
                QVERIFY2(config::explain(code.toStdString()), qPrintable(file.fileName() + ": " + code));
            }
        }
        QVERIFY(found > 50);
    }

    void badExampleGetsItsCodeThere_data() { forEachEntry(false); }
    void badExampleGetsItsCodeThere()
    {
        QFETCH(QString, code);
        const auto &entry = *config::explain(code.toStdString());
        const auto node = load(entry, entry.bad);
        const auto findings = findingsOf(node, entry.code);
        const auto text = exampleFile(entry, entry.bad);
        if (placesOf(findings, node.sources) != markedPlaces(text, code))
            qInfo().noquote() << QString::fromStdString(renderText(findings, node.sources));
        QVERIFY(!findings.empty());
        QCOMPARE(placesOf(findings, node.sources), markedPlaces(text, code));
    }

    void goodExampleGetsNothing_data() { forEachEntry(true); }
    void goodExampleGetsNothing()
    {
        QFETCH(QString, code);
        const auto &entry = *config::explain(code.toStdString());
        QVERIFY(!entry.good.empty());
        const auto node = load(entry, entry.good);
        QVERIFY2(findingsOf(node, entry.code).empty(), renderText(findingsOf(node, entry.code), node.sources).c_str());
    }

    /// A button "mend" that leaves the finding, or makes another, would be worse than none.
    void certainFixesMend_data() { forEachEntry(false); }
    void certainFixesMend()
    {
        QFETCH(QString, code);
        const auto &entry = *config::explain(code.toStdString());
        const auto node = load(entry, entry.bad);
        for (const auto &finding : findingsOf(node, entry.code)) {
            for (const auto &fix : finding.fixes) {
                QVERIFY2(!fix.title.empty() && !fix.edits.empty(), qPrintable(code));
                if (fix.certainty != Certainty::Certain)
                    continue;
                const auto after = codesOf(findingsOf(loadExample(mended(node, fix)), entry.code));
                auto expected = codesOf(findingsOf(node, entry.code));
                expected.removeOne(code);
                QVERIFY2(after == expected, qPrintable(code + " " + QString::fromStdString(fix.title) + ": " +
                                                       after.join(' ') + "\n" + mended(node, fix).c_str()));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
