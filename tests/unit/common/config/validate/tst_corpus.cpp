#include <array>
#include <filesystem>

#include <QRegularExpression>
#include <QtTest>

#include "common/config/load.h"

using namespace twinhelm;

namespace
{

const std::filesystem::path corpus = std::filesystem::path(TWINHELM_SOURCE_DIR) / "../shared/corpus";

/// What keepalived 2.2.7 says because of the machine it ran on, or about parts that are only recognised so far.
bool concernsUs(const QString &message)
{
    static constexpr std::array environment{
        "since not found",
        "due to insecure",
        "SECURITY VIOLATION",
        "global script uid",
        "Unable to set",
        "Failed to set",
        "doesn't exist",
        "Non-existent interface",
        "unknown interface",
        "Invalid smtp server",
        "malloc_consolidate",
        "already exists and is not",
        "Config files missing",
        "iptables not supported",
        "startup script",
        "'vrrp_ipsets'",
        "rc=",
    };
    static constexpr std::array later{
        "irtual server",
        "real server",
        "uorum",
        "VS [",
        "FWM",
        "PARSER",
        "persistence",
        "nb_get_retry is",
        "inhibit",
        "SSL",
        "BFD",
        "misc",
        "garp_group",
        "garp group",
        "VROUTE",
        "route keyword",
        "track route",
        "Route cannot",
        "routes",
        "via address",
        "rule option",
        "2678400",
        "4294967295",
        "rack_file",
        "rack file",
        "FILE_CHECK",
        "lvs_sync",
        "process real-time",
        "sorry server",
        "Address family of",
        "use_vmac",
        "ipvlan",
        "VMAC",
        "unicast_ttl",
        "Please use global",
        "static_ipaddress",
        "SMTP_CHECK",
        "empty notification_email",
    };
    const auto holds = [&](const char *part) { return message.contains(QLatin1String(part)); };
    return std::none_of(environment.begin(), environment.end(), holds) &&
           std::none_of(later.begin(), later.end(), holds);
}

struct Verdict {
    int rc = 0;
    QStringList complaints;
};

Verdict readVerdict(const QString &number, const config::LoadedNode &node)
{
    Verdict verdict;
    const auto bytes = config::readDiskFile((corpus / "oracle" / (number + ".txt").toStdString()).string());
    if (!bytes)
        return verdict;
    static const QRegularExpression scriptGone("track script (\\S+) not found");
    for (const auto &line : QString::fromStdString(*bytes).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        if (line.startsWith(QLatin1String("rc=")))
            verdict.rc = line.mid(3).toInt();
        // A script that is defined was removed for want of its user; that is the machine's fault.
        const auto gone = scriptGone.match(line);
        const bool defined =
            gone.hasMatch() && std::any_of(node.model.scripts.begin(), node.model.scripts.end(), [&](const auto &one) {
                return QString::fromStdString(*one.name) == gone.captured(1);
            });
        if (concernsUs(line) && !defined)
            verdict.complaints << line;
    }
    return verdict;
}

int firstUnknownKeyword(const QStringList &complaints)
{
    static const QRegularExpression unknown("^\\(Line (\\d+)\\) Unknown keyword '[^}]");
    for (const auto &line : complaints) {
        if (const auto match = unknown.match(line); match.hasMatch())
            return match.captured(1).toInt();
    }
    return 0;
}

bool finds(const config::LoadedNode &node, std::string_view code, int line)
{
    return std::any_of(node.diagnostics.begin(), node.diagnostics.end(), [&](const auto &one) {
        return one.code == code && int(node.sources.position(one.range.file, one.range.begin).line) == line;
    });
}

} // namespace

class TestCorpus : public QObject
{
    Q_OBJECT

private slots:
    /// 206 files people really run, each judged by keepalived 2.2.7 and by us.
    void agreesWithKeepalived()
    {
        if (!std::filesystem::exists(corpus))
            QSKIP("../shared is absent: agreement with keepalived is NOT tested");
        int unknownWords = 0;
        int unknownWordsFound = 0;
        int both = 0;
        int neither = 0;
        QStringList onlyUs;
        QStringList onlyThem;
        std::vector<std::filesystem::path> files;
        for (const auto &entry : std::filesystem::directory_iterator(corpus / "conf"))
            files.push_back(entry.path());
        std::sort(files.begin(), files.end());
        for (const auto &path : files) {
            const auto name = QString::fromStdString(path.filename().string());
            const auto node = config::loadFile(path.string(), "localhost");
            QVERIFY2(node, qPrintable(name));
            const auto verdict = readVerdict(name.left(3), *node);
            // The first unknown keyword of a file, by its line: what follows it may be a consequence.
            if (const auto line = firstUnknownKeyword(verdict.complaints); line > 0) {
                ++unknownWords;
                if (finds(*node, "K0006", line))
                    ++unknownWordsFound;
                else
                    qInfo().noquote() << "not found:" << name << line;
            }
            QStringList ours;
            bool errors = false;
            for (const auto &one : node->diagnostics) {
                if (one.severity == Severity::Hint)
                    continue;
                errors = errors || one.severity == Severity::Error;
                const auto at = node->sources.position(one.range.file, one.range.begin);
                ours << QStringLiteral("%1:%2 %3")
                            .arg(at.line)
                            .arg(QString::fromStdString(one.code), QString::fromStdString(one.message));
            }
            QVERIFY2(!(verdict.rc == 0 && errors), qPrintable(name + " is accepted by keepalived: " + ours.join("; ")));
            if (ours.isEmpty() && verdict.complaints.isEmpty())
                ++neither;
            else if (!ours.isEmpty() && !verdict.complaints.isEmpty())
                ++both;
            else if (ours.isEmpty())
                onlyThem << name + ": " + verdict.complaints.mid(0, 3).join(" | ");
            else
                onlyUs << name + ": " + ours.mid(0, 3).join(" | ");
        }
        qInfo().noquote() << "only keepalived complains:\n  " + onlyThem.join("\n  ");
        qInfo().noquote() << "only we complain:\n  " + onlyUs.join("\n  ");
        qInfo("                     keepalived complains   keepalived is silent");
        qInfo("  we complain                %4d                  %4d", both, int(onlyUs.size()));
        qInfo("  we are silent              %4d                  %4d", int(onlyThem.size()), neither);
        qInfo("  unknown keywords found on the same line: %d of %d", unknownWordsFound, unknownWords);
        QVERIFY(both + neither >= 185);
        QVERIFY(unknownWordsFound >= 30);
    }
};

QTEST_APPLESS_MAIN(TestCorpus)
#include "tst_corpus.moc"
