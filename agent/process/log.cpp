#include "agent/process/log.h"

#include <mutex>

#include <spdlog/async.h>
#include <spdlog/sinks/base_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "agent/linux/journal_socket.h"

namespace twinhelm::agent::log
{

namespace
{

/// Each takes 0.4 KiB from the start, in each process.
constexpr std::size_t waitingLines = 256;

/// Without a pattern: the journal keeps time, process and severity beside the line.
class JournalSink final : public spdlog::sinks::base_sink<std::mutex>
{
    void sink_it_(const spdlog::details::log_msg &message) override
    {
        socket_.write(priorityOf(message.level), "twinhelmd", {message.payload.data(), message.payload.size()});
    }
    void flush_() override {}

    static int priorityOf(spdlog::level::level_enum level)
    {
        return level >= spdlog::level::err ? 3 : level == spdlog::level::warn ? 4 : 6;
    }

    JournalSocket socket_;
};

void put(spdlog::level::level_enum level, const std::string &line)
{
    if (auto *logger = spdlog::default_logger_raw())
        logger->log(level, spdlog::string_view_t(line));
}

} // namespace

void start(std::string_view role, LogTarget target)
{
    spdlog::sink_ptr sink;
    if (target == LogTarget::Journal)
        sink = std::make_shared<JournalSink>();
    else
        sink = std::make_shared<spdlog::sinks::stderr_sink_mt>();
    spdlog::init_thread_pool(waitingLines, 1);
    auto logger = std::make_shared<spdlog::async_logger>(std::string(role), std::move(sink), spdlog::thread_pool(),
                                                         spdlog::async_overflow_policy::overrun_oldest);
    logger->set_pattern("%Y-%m-%dT%H:%M:%S.%e %l %n[%P]: %v");
    logger->flush_on(spdlog::level::info);
    spdlog::set_default_logger(std::move(logger));
}

void stop()
{
    spdlog::shutdown();
}

void info(const std::string &line)
{
    put(spdlog::level::info, line);
}

void warning(const std::string &line)
{
    put(spdlog::level::warn, line);
}

void error(const std::string &line)
{
    put(spdlog::level::err, line);
}

void write(std::string_view severity, const std::string &line)
{
    if (severity == "error")
        error(line);
    else if (severity == "warning")
        warning(line);
    else
        info(line);
}

} // namespace twinhelm::agent::log
