// The fuzzer of machines without clang: blind, but always the same row of mutations. It takes libFuzzer's options as
// far as tests/fuzz/run uses them: -max_total_time=SECONDS -max_len=BYTES -artifact_prefix=PATH FOLDER...
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include <sanitizer/common_interface_defs.h>
#include <unistd.h>

#include "tests/fuzz/targets.h"

/// So that undefined behaviour ends in the handler of SIGABRT, which keeps the input.
extern "C" const char *__ubsan_default_options()
{
    return "abort_on_error=1:print_stacktrace=1";
}

namespace
{

std::string current;
std::string artifactPrefix;

void keepInput()
{
    std::ofstream(artifactPrefix + "crash-mutation", std::ios::binary) << current;
    std::cerr << "input kept in " << artifactPrefix << "crash-mutation\n";
}

void onSignal(int number)
{
    keepInput();
    std::signal(number, SIG_DFL);
    std::raise(number);
}

std::vector<std::string> readAll(const std::vector<std::string> &folders, std::size_t mostBytes)
{
    std::vector<std::string> out{""};
    for (const auto &folder : folders) {
        for (const auto &file : std::filesystem::recursive_directory_iterator(folder)) {
            std::ifstream in(file.path(), std::ios::binary);
            std::string text{std::istreambuf_iterator<char>(in), {}};
            if (text.size() <= mostBytes)
                out.push_back(std::move(text));
        }
    }
    std::sort(out.begin(), out.end());
    return out;
}

class Mutator
{
public:
    explicit Mutator(const std::vector<std::string> &corpus) : corpus_(corpus) {}

    std::string next(std::size_t mostBytes)
    {
        auto text = corpus_[number(corpus_.size())];
        for (auto changes = 1 + number(6); changes > 0; --changes)
            change(text);
        text.resize(std::min(text.size(), mostBytes));
        return text;
    }

private:
    std::size_t number(std::size_t below) { return random_() % below; }

    void change(std::string &text)
    {
        const auto at = number(text.size() + 1);
        const auto length = number(std::min<std::size_t>(text.size() - at + 1, 40));
        switch (number(5)) {
        case 0: text.erase(at, length); break;
        case 1: text.insert(at, 1, static_cast<char>(number(256))); break;
        case 2: text.insert(at, text.substr(at, length)); break;
        case 3: text.insert(at, 1, std::string_view("{}\"#!@$~\\\n\r \0,()=", 17)[number(17)]); break;
        default: {
            const auto &other = corpus_[number(corpus_.size())];
            const auto from = number(other.size() + 1);
            text.insert(at, other.substr(from, 1 + number(60)));
        }
        }
    }

    const std::vector<std::string> &corpus_;
    std::mt19937 random_{1}; // NOLINT: the same row every time
};

} // namespace

int main(int argc, char **argv)
{
    long seconds = 60;
    std::size_t mostBytes = 4096;
    std::vector<std::string> folders;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        const auto value = argument.substr(argument.find('=') + 1);
        if (argument.starts_with("-max_total_time="))
            seconds = std::atol(value.c_str());
        else if (argument.starts_with("-max_len="))
            mostBytes = std::strtoul(value.c_str(), nullptr, 10);
        else if (argument.starts_with("-artifact_prefix="))
            artifactPrefix = value;
        else if (!argument.starts_with("-"))
            folders.push_back(argument);
    }
    for (const int number : {SIGABRT, SIGSEGV, SIGALRM})
        std::signal(number, onSignal);
    __sanitizer_set_death_callback(keepInput);
    const auto corpus = readAll(folders, mostBytes);
    const auto *const target = twinhelm::fuzz::findTarget(TH_FUZZ_TARGET);
    Mutator mutator(corpus);
    const auto start = std::chrono::steady_clock::now();
    const auto elapsed = [&] { return std::chrono::steady_clock::now() - start; };
    std::size_t runs = 0;
    auto slowest = std::chrono::steady_clock::duration::zero();
    for (; elapsed() < std::chrono::seconds(seconds); ++runs) {
        current = runs < corpus.size() ? corpus[runs] : mutator.next(mostBytes);
        const auto before = elapsed();
        alarm(10); // a hang
        target->run(current);
        alarm(0);
        slowest = std::max(slowest, elapsed() - before);
    }
    std::cerr << "Done " << runs << " runs, the slowest took "
              << std::chrono::duration_cast<std::chrono::milliseconds>(slowest).count() << " ms\n";
}
