#include <filesystem>
#include <map>

#include <QFile>
#include <QtTest>

#include "common/config/load.h"
#include "common/diagnostics/text_renderer.h"

using namespace twinhelm;
namespace fs = std::filesystem;

namespace
{

const fs::path shared = fs::path(TWINHELM_SOURCE_DIR) / "../shared";
const fs::path repairs = fs::path(TWINHELM_SOURCE_DIR) / "tests/data/repair";
const QString table = QStringLiteral(TWINHELM_SOURCE_DIR "/tests/data/oracle/expert.tsv");

/// Lines first to last of a file, without what pages are decorated with.
struct Excerpt {
    QString file; ///< below ../shared
    int first = 1;
    int last = 0; ///< 0: the whole file

    [[nodiscard]] QString key() const
    {
        return last == 0 ? file : QStringLiteral("%1:%2-%3").arg(file).arg(first).arg(last);
    }
};

const QString repaired = QStringLiteral("repaired/"); ///< a key that begins so is a file of tests/data/repair

/// Every configuration of the seed texts that stands on lines of its own, keepalived's samples, and every configuration
/// of the seeds as it comes out of repair (tst_repair holds repair to those files).
QList<Excerpt> excerpts()
{
    QList<Excerpt> out{
        {"seeds/001_4e31442d0664fed5.txt", 104, 165}, {"seeds/001_4e31442d0664fed5.txt", 202, 212},
        {"seeds/001_4e31442d0664fed5.txt", 364, 386}, {"seeds/001_4e31442d0664fed5.txt", 497, 507},
        {"seeds/002_731192e367cd2fc9.txt", 289, 312}, {"seeds/002_731192e367cd2fc9.txt", 431, 466},
        {"seeds/003_a549778d6004c4a6.txt", 107, 136}, {"seeds/004_719a334324f72254.txt", 52, 75},
        {"seeds/004_719a334324f72254.txt", 111, 134},
    };
    for (const auto &entry : fs::directory_iterator(shared / "keepalived/samples"))
        out << Excerpt{"keepalived/samples/" + QString::fromStdString(entry.path().filename().string()), 1, 0};
    for (const auto &entry : fs::directory_iterator(repairs)) {
        if (entry.path().filename().string().starts_with("seed"))
            out << Excerpt{repaired + QString::fromStdString(entry.path().filename().string()), 1, 0};
    }
    std::sort(out.begin(), out.end(), [](const auto &a, const auto &b) { return a.key() < b.key(); });
    return out;
}

std::string textOf(const Excerpt &excerpt)
{
    const auto path = excerpt.file.startsWith(repaired) ? repairs / excerpt.file.sliced(repaired.size()).toStdString()
                                                        : shared / excerpt.file.toStdString();
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    auto lines = file.readAll().split('\n');
    if (excerpt.last != 0)
        lines = lines.mid(excerpt.first - 1, excerpt.last - excerpt.first + 1);
    return lines.join('\n').toStdString() + '\n';
}

/// "line code severity", by line; lines of the excerpt.
QStringList foundIn(const Excerpt &excerpt)
{
    const auto node = config::loadText(textOf(excerpt), "high");
    QStringList out;
    for (const auto &one : node.diagnostics) {
        const auto at = node.sources.position(one.range.file, one.range.begin);
        out << QStringLiteral("%1 %2 %3")
                   .arg(at.line)
                   .arg(QString::fromStdString(one.code),
                        QString::fromStdString(std::string(severityName(one.severity))));
    }
    return out;
}

} // namespace

/// What an expert would say about the configurations we were given, all of it and nothing else. The table says why:
/// excerpt, finding, reason.
class TestExpert : public QObject
{
    Q_OBJECT

    std::map<QString, QStringList> expected_;

private slots:
    void initTestCase()
    {
        if (!fs::exists(shared / "seeds"))
            QSKIP("../shared is absent: what an expert would say is NOT tested");
        QFile file(table);
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (const auto &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
            if (line.startsWith(u'#'))
                continue;
            const auto row = line.split(u'\t');
            QVERIFY2(row.size() == 3 && row[2].size() > 10, qPrintable("without a reason: " + line));
            expected_[row[0]] << row[1];
        }
    }

    void saysWhatAnExpertSays_data()
    {
        QTest::addColumn<int>("number");
        int number = 0;
        for (const auto &one : excerpts())
            QTest::newRow(qPrintable(one.key())) << number++;
    }
    void saysWhatAnExpertSays()
    {
        QFETCH(int, number);
        const auto excerpt = excerpts().at(number);
        QVERIFY(textOf(excerpt).size() > 20);
        auto found = foundIn(excerpt);
        auto expected = expected_[excerpt.key()];
        found.sort();
        expected.sort();
        if (found != expected) {
            const auto node = config::loadText(textOf(excerpt), "high");
            qInfo().noquote() << "found:\n" + excerpt.key() + '\t' + found.join('\n' + excerpt.key() + '\t');
            qInfo().noquote() << QString::fromStdString(renderText(node.diagnostics, node.sources));
        }
        QCOMPARE(found, expected);
    }
};

QTEST_APPLESS_MAIN(TestExpert)
#include "tst_expert.moc"
