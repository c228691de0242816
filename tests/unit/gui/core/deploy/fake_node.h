#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <vector>

#include <QByteArray>
#include <QSemaphore>
#include <QString>

#include "common/wire/json.h"
#include "gui/core/deploy/deploy_plan.h"
#include "gui/core/ssh/remote_shell.h"
#include "gui/core/ssh/ssh_error.h"

namespace twinhelm::tests
{

/// A balancer in memory: files, and an engine that loads them. Any call can be made to fail, before or after it took
/// effect, as a network does.
class FakeNode : public desk::RemoteShell
{
public:
    std::map<QString, QByteArray> files;
    QByteArray loaded; ///< what the engine runs
    bool engineRuns = true;
    bool keepalived = false;
    bool refusesCheck = false;
    bool refusesReload = false;
    std::string stateAfterNew = "BACKUP"; ///< of its one instance once a changed file is loaded
    std::string stateBefore = "BACKUP";
    int settlingLooks = 0; ///< so many looks after a load show INIT
    std::vector<QString> calls;

    int failAt = -1;                  ///< number of the call that loses the connection
    bool effectBeforeFailure = false; ///< the lost call did its work; only the answer was lost
    bool hangsInOpen = false;         ///< until it is cancelled
    bool staysDown = false;           ///< and the node cannot be reached again

    Result<void> open() override
    {
        if (hangsInOpen) {
            cancelled_.acquire();
            return desk::error::make(desk::error::cancelled, QStringLiteral("cancelled"));
        }
        return call<void>(QStringLiteral("open"), [this]() -> Result<void> {
            connected_ = true;
            return {};
        });
    }
    Result<void> writeFile(const QString &path, const QByteArray &bytes, int) override
    {
        return call<void>(QStringLiteral("write ") + path, [&]() -> Result<void> {
            files[path] = bytes;
            return {};
        });
    }
    Result<QByteArray> readFile(const QString &path) override
    {
        return call<QByteArray>(QStringLiteral("read ") + path, [&]() -> Result<QByteArray> {
            if (files.count(path) == 0)
                return desk::error::make(desk::error::noSuchFile, path);
            return files[path];
        });
    }
    Result<desk::CommandResult> run(const QString &command, const QByteArray & = {}) override
    {
        return call<desk::CommandResult>(command, [&] { return Result<desk::CommandResult>(execute(command)); });
    }
    void close() override { connected_ = false; }
    void cancel() override { cancelled_.release(); }
    void comeBack() { down_ = false; }

    [[nodiscard]] int count(const QString &part) const
    {
        return static_cast<int>(
            std::count_if(calls.begin(), calls.end(), [&](const QString &one) { return one.contains(part); }));
    }

private:
    template<typename T>
    Result<T> call(const QString &name, const std::function<Result<T>()> &work)
    {
        const int number = static_cast<int>(calls.size());
        calls.push_back(name);
        const bool opening = name == QStringLiteral("open");
        if (number == failAt) {
            connected_ = false;
            down_ = staysDown;
            if (effectBeforeFailure && !opening)
                static_cast<void>(work());
            return desk::error::make(desk::error::connectionLost, QStringLiteral("the connection broke"));
        }
        if (down_ || (!connected_ && !opening))
            return desk::error::make(desk::error::connectionLost, QStringLiteral("not connected"));
        return work();
    }

    static QStringList words(const QString &command)
    {
        QStringList all = command.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        for (QString &word : all)
            word.remove(QLatin1Char('\''));
        return all;
    }

    desk::CommandResult execute(const QString &command)
    {
        const QStringList word = words(command);
        if (word[0] == QStringLiteral("readlink"))
            return {0, word.last().toUtf8() + '\n', {}};
        if (word[0] == QStringLiteral("rm"))
            return files.erase(word.last()), desk::CommandResult{};
        if (word[0] == QStringLiteral("cp") || word[0] == QStringLiteral("mv"))
            return copy(word[word.size() - 2], word.last(), word[0] == QStringLiteral("mv"));
        if (command.contains(QStringLiteral("check")) || command.contains(QStringLiteral(" -t ")))
            return refusesCheck ? desk::CommandResult{5, {}, "file:3:1: error K0201\n"} : desk::CommandResult{};
        if (command.contains(QStringLiteral("start")))
            return load(true);
        if (command.contains(QStringLiteral("reload")))
            return load(false);
        if (command.contains(QStringLiteral("status")) || command.contains(QStringLiteral("is-active")))
            return status();
        return {127, {}, "not found"};
    }

    desk::CommandResult copy(const QString &from, const QString &to, bool move)
    {
        if (files.count(from) == 0)
            return {1, {}, "no such file"};
        files[to] = files[from];
        if (move)
            files.erase(from);
        return {};
    }

    desk::CommandResult load(bool start)
    {
        if (!engineRuns && !start)
            return {1, {}, "cannot connect"};
        const QByteArray file = files[configPath];
        if (refusesReload && file != original_.value_or(loaded))
            return {5, {}, "refused\n"};
        if (!original_)
            original_ = loaded;
        engineRuns = true;
        loaded = file;
        looks_ = 0;
        return {};
    }

    desk::CommandResult status()
    {
        if (!engineRuns)
            return {1, {}, "cannot connect"};
        if (keepalived)
            return {0, "active\n", {}};
        wire::NodeState state;
        state.config.sha256 = desk::sha256Of(loaded).toStdString();
        wire::InstanceState instance;
        instance.name = "VI_1";
        instance.state = original_ && *original_ != loaded ? stateAfterNew : stateBefore;
        if (looks_++ < settlingLooks)
            instance.state = "INIT";
        state.instances.push_back(instance);
        return {0, QByteArray::fromStdString(wire::toJson(state)), {}};
    }

public:
    QString configPath;

private:
    QSemaphore cancelled_;
    bool connected_ = false;
    bool down_ = false;
    int looks_ = 1000;
    std::optional<QByteArray> original_;
};

} // namespace twinhelm::tests
