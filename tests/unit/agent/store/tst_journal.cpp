#include "agent/store/journal.h"
#include "agent/store/journal_reader.h"

#include <csignal>

#include <sys/resource.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace twinhelm;
using store::Journal;
using store::JournalReader;

namespace
{

wire::Event rowOf(const std::string &text)
{
    wire::Event out;
    out.kind = "vrrp.state";
    out.bootId = "boot-1";
    out.text = text;
    return out;
}

/// No file may grow beyond `bytes`: what a full disk looks like, for this process alone.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit limit{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { lift(); }
    FileSizeLimit(const FileSizeLimit &) = delete;
    FileSizeLimit &operator=(const FileSizeLimit &) = delete;
    void lift() const { ::setrlimit(RLIMIT_FSIZE, &before_); }

private:
    rlimit before_{};
};

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> dir_;

    [[nodiscard]] store::JournalOptions options() const
    {
        store::JournalOptions out;
        out.directory = dir_->filePath("journal").toStdString();
        out.bootId = "boot-1";
        return out;
    }

    [[nodiscard]] QStringList files() const
    {
        return QDir(dir_->filePath("journal")).entryList(QDir::Files, QDir::Name);
    }

    static void append(Journal &journal, int count)
    {
        for (int i = 0; i < count; ++i)
            QVERIFY(journal.append(rowOf("row " + std::to_string(i))));
    }

    static void appendTo(const store::JournalOptions &options, int count)
    {
        auto journal = Journal::open(options);
        append(*journal, count);
    }

    static QList<quint64> ids(const std::vector<wire::Event> &rows)
    {
        QList<quint64> out;
        for (const auto &row : rows)
            out << row.id;
        return out;
    }

private slots:
    void init() { dir_ = std::make_unique<QTemporaryDir>(); }

    void rowsComeBackInOrder()
    {
        auto journal = Journal::open(options());
        QVERIFY(journal);
        QCOMPARE(journal->lastId(), quint64(0));
        auto strange = rowOf("two\nlines \xff");
        strange.id = 99;
        QCOMPARE(journal->append(strange), Result<std::uint64_t>(1));
        append(*journal, 2);
        QCOMPARE(ids(journal->read(0, 10)), QList<quint64>({1, 2, 3}));
        QCOMPARE(ids(journal->read(1, 1)), QList<quint64>({2}));
        QVERIFY(journal->read(3, 10).empty());
        QCOMPARE(journal->read(0, 1).front().text, std::string("two\nlines \xef\xbf\xbd"));
    }

    void idsGoOnAfterARestart()
    {
        appendTo(options(), 3);
        auto journal = Journal::open(options());
        QCOMPARE(journal->lastId(), quint64(3));
        QVERIFY(journal->notes().empty());
        QCOMPARE(journal->append(rowOf("next")), Result<std::uint64_t>(4));
        QCOMPARE(ids(journal->read(0, 10)), QList<quint64>({1, 2, 3, 4}));
    }

    void idsLeapAfterAReboot()
    {
        appendTo(options(), 3);
        auto other = options();
        other.bootId = "boot-2";
        auto journal = Journal::open(other);
        QCOMPARE(journal->lastId(), quint64(3));
        QCOMPARE(journal->append(rowOf("next")), Result<std::uint64_t>(1004));
        QCOMPARE(ids(journal->read(3, 10)), QList<quint64>({1004}));
    }

    void tornLastRowIsCutOffAndTold()
    {
        appendTo(options(), 3);
        QFile file(dir_->filePath("journal/" + files().constLast()));
        QVERIFY(file.resize(file.size() - 5));
        auto journal = Journal::open(options());
        QVERIFY(journal);
        QCOMPARE(journal->lastId(), quint64(2));
        QCOMPARE(journal->notes().size(), std::size_t{1});
        QVERIFY(QString::fromStdString(journal->notes().front()).contains("torn"));
        QCOMPARE(journal->append(rowOf("next")), Result<std::uint64_t>(3));
        QCOMPARE(ids(journal->read(0, 10)), QList<quint64>({1, 2, 3}));
    }

    void everyCutOfTheFileIsSurvived()
    {
        appendTo(options(), 3);
        const QString path = dir_->filePath("journal/" + files().constLast());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        file.close();
        for (qsizetype length = 0; length < whole.size(); ++length) {
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(whole.left(length));
            file.close();
            const auto complete = quint64(whole.left(length).count('\n'));
            QCOMPARE(quint64(JournalReader(options().directory).read(0, 10).size()), complete);
            auto journal = Journal::open(options());
            QCOMPARE(journal->append(rowOf("next")), Result<std::uint64_t>(complete + 1));
            QCOMPARE(quint64(journal->read(0, 10).size()), complete + 1);
        }
    }

    void rubbishInTheMiddleIsPassedOver()
    {
        appendTo(options(), 1);
        QFile file(dir_->filePath("journal/" + files().constLast()));
        QVERIFY(file.open(QIODevice::Append));
        file.write(QByteArray("\0\0\0\n{\"id\":2,\"text\":}\n", 21));
        file.close();
        auto journal = Journal::open(options());
        append(*journal, 1);
        QCOMPARE(ids(journal->read(0, 10)), QList<quint64>({1, 2}));
        QCOMPARE(journal->read(1, 1).front().text, std::string("row 0"));
    }

    void rotatesBySizeAndKeepsTheNewest()
    {
        auto small = options();
        small.segmentBytes = 300;
        small.segments = 3;
        auto journal = Journal::open(small);
        append(*journal, 20);
        QCOMPARE(files().size(), 3);
        const JournalReader reader(small.directory);
        const auto rows = reader.read(0, 100);
        QCOMPARE(rows.back().id, quint64(20));
        QCOMPARE(rows.size(), std::size_t(rows.back().id - rows.front().id + 1));
        QCOMPARE(reader.firstId(), rows.front().id);
        QCOMPARE(ids(reader.read(18, 100)), QList<quint64>({19, 20}));
        journal = Journal::open(small);
        QCOMPARE(journal->append(rowOf("next")), Result<std::uint64_t>(21));
    }

    void aReaderFindsTheNewestRows()
    {
        auto small = options();
        small.segmentBytes = 300;
        const JournalReader reader(small.directory);
        QCOMPARE(reader.lastId(), quint64(0));
        QCOMPARE(reader.beforeLast(5), quint64(0));
        appendTo(small, 10);
        QCOMPARE(reader.lastId(), quint64(10));
        QCOMPARE(reader.beforeLast(1), quint64(9));
        QCOMPARE(reader.beforeLast(7), quint64(3));
        QCOMPARE(reader.beforeLast(100), quint64(0));
    }

    void aFolderThatCannotBeMadeIsAnError()
    {
        auto impossible = options();
        impossible.directory = "/dev/null/journal";
        const auto journal = Journal::open(impossible);
        QVERIFY(!journal);
        QCOMPARE(journal.error().code, std::string("A0480"));
        QVERIFY(!journal.error().mend.empty());
    }

    void aRowCutShortByTheDiskIsTakenBack()
    {
        auto journal = Journal::open(options());
        append(*journal, 1);
        const auto size = QFileInfo(dir_->filePath("journal/" + files().constLast())).size();
        const FileSizeLimit limit(rlim_t(size) + 10);
        const auto refused = journal->append(rowOf("half of it fits"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, std::string("A0481"));
        QCOMPARE(journal->lastId(), quint64(1));
        QCOMPARE(QFileInfo(dir_->filePath("journal/" + files().constLast())).size(), size);
        limit.lift();
        QCOMPARE(journal->append(rowOf("now it does")), Result<std::uint64_t>(2));
        QCOMPARE(ids(journal->read(0, 10)), QList<quint64>({1, 2}));
    }
};

QTEST_APPLESS_MAIN(TestJournal)
#include "tst_journal.moc"
