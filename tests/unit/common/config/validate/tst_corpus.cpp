#include <filesystem>

#include <QRegularExpression>
#include <QtTest>

#include "common/config/load.h"
#include "common/diagnostics/text_renderer.h"

using namespace twinhelm;

namespace
{

const std::filesystem::path corpus = std::filesystem::path(TWINHELM_SOURCE_DIR) / "../shared/corpus";

struct Verdict {
    int rc = 0;
    QStringList complaints;
};

Verdict readVerdict(const QString &number)
{
    Verdict verdict;
    const auto bytes = config::readDiskFile((corpus / "oracle" / (number + ".txt").toStdString()).string());
    if (!bytes)
        return verdict;
    for (const auto &line : QString::fromStdString(*bytes).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        if (line.startsWith(QLatin1String("rc=")))
            verdict.rc = line.mid(3).toInt();
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
    /// 206 files people really run, with what keepalived 2.2.7 once said of them: what it accepts has no error, and
    /// what it does not know is found where it found it. All of its complaints: tests/interop/tst_config_oracle.cpp.
    void agreesWithKeepalived()
    {
        if (!std::filesystem::exists(corpus))
            QSKIP("../shared is absent: agreement with keepalived is NOT tested");
        int accepted = 0;
        int unknownWords = 0;
        int unknownWordsFound = 0;
        for (const auto &entry : std::filesystem::directory_iterator(corpus / "conf")) {
            const auto name = QString::fromStdString(entry.path().filename().string());
            const auto node = config::loadFile(entry.path().string(), "localhost");
            QVERIFY2(node, qPrintable(name));
            const auto verdict = readVerdict(name.left(3));
            // The first unknown keyword of a file, by its line: what follows it may be a consequence.
            if (const auto line = firstUnknownKeyword(verdict.complaints); line > 0) {
                ++unknownWords;
                if (finds(*node, "K0006", line))
                    ++unknownWordsFound;
                else
                    qInfo().noquote() << "not found:" << name << line;
            }
            if (verdict.rc != 0)
                continue;
            ++accepted;
            QVERIFY2(!hasErrors(node->diagnostics),
                     qPrintable(name + QString::fromStdString(renderText(node->diagnostics, node->sources))));
        }
        qInfo("%d files accepted; unknown keywords found on the same line: %d of %d", accepted, unknownWordsFound,
              unknownWords);
        QVERIFY(accepted >= 20);
        QVERIFY(unknownWordsFound >= 30);
    }
};

QTEST_APPLESS_MAIN(TestCorpus)
#include "tst_corpus.moc"
