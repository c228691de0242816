#include "agent/process/check_report.h"

#include <QtTest>

using namespace twinhelm;
using namespace twinhelm::agent;

namespace
{

wire::DiagnosticState finding(const std::string &code, const std::string &severity, std::uint32_t line)
{
    return {code, severity, "/etc/k.conf", line, 1, "text", {}};
}

} // namespace

class TestCheckReport : public QObject
{
    Q_OBJECT

private slots:
    void fewFindingsAreLoggedAsTheyAre()
    {
        wire::CheckReport report;
        report.diagnostics = {finding("K0101", "error", 3), finding("K0271", "hint", 4)};
        QCOMPARE(logLines(report), (std::vector<LogLine>{{"error", "/etc/k.conf:3:1: error: text [K0101]"},
                                                         {"hint", "/etc/k.conf:4:1: hint: text [K0271]"}}));
        QVERIFY(logLines({}).empty());
    }

    void ofThousandsTheFirstAreLogged()
    {
        wire::CheckReport report;
        for (std::uint32_t line = 1; line <= 10'000; ++line)
            report.diagnostics.push_back(finding("K0271", "hint", line));
        report.diagnostics.push_back(finding("K0101", "error", 10'001));
        const auto lines = logLines(report);
        QCOMPARE(lines.size(), 7U);
        QCOMPARE(lines[5].severity, std::string("error"));
        QCOMPARE(lines[6], (LogLine{"hint", "9995 more like this [K0271]; twinhelmctl check lists all"}));
    }

    void theFirstErrorStandsForAll()
    {
        wire::CheckReport report;
        report.diagnostics = {finding("K0271", "hint", 1), finding("K0101", "error", 2), finding("K0102", "error", 3)};
        QCOMPARE(summarizeErrors(report), std::string("/etc/k.conf:2:1: error: text [K0101] (and 1 more)"));
        QVERIFY(summarizeErrors({}).empty());
    }

    void digestOfBytes()
    {
        QCOMPARE(sha256Hex("abc"), std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }
};

QTEST_APPLESS_MAIN(TestCheckReport)
#include "tst_check_report.moc"
