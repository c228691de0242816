#include <QtTest>

#include <QTemporaryDir>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "agent/linux/memory_file.h"
#include "agent/linux/program_file.h"

using namespace twinhelm;
using namespace twinhelm::agent;

class TestProgramFile : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;

    [[nodiscard]] std::string make(const char *name, mode_t mode) const
    {
        const auto path = folder_.filePath(name).toStdString();
        const FileDescriptor fd(::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
        ::fchmod(fd.get(), mode);
        return path;
    }

private slots:
    void opensWhatMayRun()
    {
        const auto program = ProgramFile::open("/bin/sh");
        QVERIFY(program);
        QCOMPARE(program->path(), std::string("/bin/sh"));
    }

    void refusesWhatMayNot_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("why");
        QTest::newRow("relative") << "twinhelmd"
                                  << "not absolute";
        QTest::newRow("missing") << "/nonexistent/twinhelmd"
                                 << "No such file";
        QTest::newRow("folder") << "/tmp"
                                << "not a regular file";
        QTest::newRow("device") << "/dev/null"
                                << "not a regular file";
        QTest::newRow("not executable") << QString::fromStdString(make("plain", 0644)) << "not executable";
        QTest::newRow("group may write") << QString::fromStdString(make("group", 0775)) << "others than root";
        QTest::newRow("all may write") << QString::fromStdString(make("all", 0757)) << "others than root";
    }
    void refusesWhatMayNot()
    {
        QFETCH(QString, path);
        QFETCH(QString, why);
        const auto program = ProgramFile::open(path.toStdString());
        QVERIFY(!program);
        QCOMPARE(program.error().code, std::string("A0191"));
        QVERIFY2(program.error().what.find(why.toStdString()) != std::string::npos, program.error().what.c_str());
        QVERIFY(!program.error().mend.empty());
    }

    void whatTheKernelDoesNotRunLeavesEverythingAsItWas()
    {
        const auto program = ProgramFile::open(make("rubbish", 0755));
        QVERIFY(program);
        const auto kept = makeMemoryFile("x");
        QCOMPARE(program->replaceThisProcess({"rubbish"}, {kept->get()}), ENOEXEC);
        QVERIFY((::fcntl(kept->get(), F_GETFD) & FD_CLOEXEC) != 0);
    }

    /// In a child: the shell that takes its place finds the kept descriptor, and not the other one.
    void onlyWhatIsKeptStaysOpen()
    {
        const auto program = ProgramFile::open("/bin/sh");
        const auto kept = makeMemoryFile("kept");
        const auto other = makeMemoryFile("other");
        const auto fd = [](const Result<FileDescriptor> &file) {
            return "/proc/self/fd/" + std::to_string(file->get());
        };
        const auto line = "test \"$(cat " + fd(kept) + ")\" = kept && ! test -e " + fd(other);
        const pid_t child = ::fork();
        if (child == 0)
            ::_exit(program->replaceThisProcess({"sh", "-c", line}, {kept->get()}) == 0 ? 0 : 99);
        int status = -1;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), 0);
    }

    void aMemoryFileIsReadFromItsBeginning()
    {
        const std::string content(300'000, 'y');
        const auto file = makeMemoryFile(content);
        QVERIFY(file);
        ::lseek(file->get(), 0, SEEK_END);
        QCOMPARE(readWholeFile(file->get()).value_or(""), content);
        QVERIFY(!readWholeFile(-1));
    }
};

QTEST_APPLESS_MAIN(TestProgramFile)
#include "tst_program_file.moc"
