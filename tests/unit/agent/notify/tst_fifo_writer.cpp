#include "agent/notify/fifo_writer.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <boost/asio.hpp>

#include <QtTest>

using namespace twinhelm;
using namespace twinhelm::agent;

namespace
{

struct Bench {
    QTemporaryDir folder;
    boost::asio::io_context io;
    QStringList troubles;
    std::vector<vrrp::Command> started;
    std::optional<FifoWriter> writer;

    Bench()
    {
        writer.emplace(
            io,
            [this](const vrrp::Command &command) {
                started.push_back(command);
                SpawnRequest request;
                request.argv = command.argv;
                request.ownGroup = request.quiet = true;
                return ChildProcess::spawn(request);
            },
            [this](const vrrp::Trouble &trouble) { troubles << QString::fromStdString(trouble.cause); });
    }
    [[nodiscard]] std::string path() const { return folder.filePath("fifo").toStdString(); }
    [[nodiscard]] std::string read() const
    {
        const FileDescriptor fd(::open(path().c_str(), O_RDONLY | O_NONBLOCK));
        std::string out(100000, ' ');
        const auto got = ::read(fd.get(), out.data(), out.size());
        out.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
        return out;
    }
};

const std::string line = "INSTANCE \"VI_1\" MASTER 100\n";

} // namespace

class TestFifoWriter : public QObject
{
    Q_OBJECT

private slots:
    void makesWritesAndRemoves()
    {
        Bench bench;
        bench.writer->configure({{bench.path(), {}, {}, {}}});
        struct stat status = {};
        QCOMPARE(::stat(bench.path().c_str(), &status), 0);
        QVERIFY(S_ISFIFO(status.st_mode));
        QCOMPARE(status.st_mode & 0777, 0600U);
        bench.writer->write(line);
        bench.writer->write(line);
        QCOMPARE(bench.read(), line + line);
        bench.writer->configure({});
        QVERIFY(::stat(bench.path().c_str(), &status) != 0);
        QCOMPARE(bench.troubles, {});
    }

    void whatWasThereIsUsedAndStays()
    {
        Bench bench;
        QCOMPARE(::mkfifo(bench.path().c_str(), 0620), 0);
        bench.writer->configure({{bench.path(), {}, {}, {}}});
        bench.writer->write(line);
        QCOMPARE(bench.read(), line);
        bench.writer.reset();
        QCOMPARE(::access(bench.path().c_str(), F_OK), 0);
    }

    void aFileIsNoPipe()
    {
        Bench bench;
        QFile file(QString::fromStdString(bench.path()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        bench.writer->configure({{bench.path(), {}, {}, {}}});
        QCOMPARE(bench.troubles, QStringList{"fifo_unusable"});
        bench.writer->write(line);
        bench.writer.reset();
        QCOMPARE(file.size(), 0);
        QVERIFY(file.exists());
    }

    /// Nobody reads: what does not fit is lost whole, said once, and nothing waits.
    void aFullPipeLosesLines()
    {
        Bench bench;
        bench.writer->configure({{bench.path(), {}, {}, {}}});
        for (int i = 0; i < 10000; ++i)
            bench.writer->write(line);
        QVERIFY(bench.writer->lost() > 0);
        QCOMPARE(bench.troubles, QStringList{"fifo_full"});
        const auto read = bench.read();
        QCOMPARE(read.size() % line.size(), std::size_t(0));
        QCOMPARE(read.size() / line.size() + bench.writer->lost(), std::size_t(10000));
        bench.writer->write(line);
        QCOMPARE(bench.read(), line);
    }

    void itsScriptGetsThePathAndTheLines()
    {
        Bench bench;
        const auto out = bench.folder.filePath("out");
        const vrrp::Command reader{{"/bin/sh", "-c", "head -n 1 < $0 > " + out.toStdString()}, {}, {}};
        bench.writer->configure({{bench.path(), {}, {}, reader}});
        QCOMPARE(bench.started.size(), std::size_t(1));
        QCOMPARE(bench.started[0].argv.back(), bench.path());
        bench.writer->write(line);
        bench.io.run_one_for(std::chrono::seconds(5)); // its end
        QFile file(out);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().toStdString(), line);
        QCOMPARE(bench.troubles, QStringList{"fifo_reader_ended"});
    }

    void anUnchangedPipeIsNotTouchedByAReload()
    {
        Bench bench;
        const vrrp::FifoSettings settings{bench.path(), {}, {}, vrrp::Command{{"/bin/cat"}, {}, {}}};
        bench.writer->configure({settings});
        bench.writer->configure({settings});
        QCOMPARE(bench.started.size(), std::size_t(1));
        QVERIFY(bench.writer->running());
    }
};

QTEST_GUILESS_MAIN(TestFifoWriter)
#include "tst_fifo_writer.moc"
