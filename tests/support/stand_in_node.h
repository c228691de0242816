#pragma once

#include <QByteArray>
#include <QString>

#include "tests/support/test_sshd.h"

namespace twinhelm::tests
{

/// A node behind a real sshd whose twinhelmctl is a shell script with the exit codes and the output of the real one:
/// what the desk types, how it is quoted and what comes back over SSH is real, only the engine is not.
/// A configuration with the word REFUSED is refused by check, one with UNLOADABLE by reload.
class StandInNode
{
public:
    explicit StandInNode(const QByteArray &config);

    TestSshd sshd;

    [[nodiscard]] QString ctl() const { return file("twinhelmctl"); }
    [[nodiscard]] QString configPath() const { return file("keepalived.conf"); }
    [[nodiscard]] QString stateDir() const { return file("state dir"); }
    [[nodiscard]] QString runtimeDir() const { return file("run"); }
    [[nodiscard]] QByteArray config() const { return read("keepalived.conf"); }
    [[nodiscard]] QByteArray loaded() const { return read("loaded"); }
    [[nodiscard]] QByteArray read(const char *name) const;
    [[nodiscard]] QStringList files() const;
    void write(const char *name, const QByteArray &bytes) const;

private:
    [[nodiscard]] QString file(const char *name) const;
};

} // namespace twinhelm::tests
