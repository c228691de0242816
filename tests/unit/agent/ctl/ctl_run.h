#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <QTemporaryDir>

#include "agent/ctl/command_line.h"

namespace twinhelm::test
{

struct Ran {
    int code = 0;
    std::string out;
    std::string err;
};

/// twinhelmctl with these arguments, its standard streams being strings.
inline Ran runCtl(std::vector<std::string> arguments, const std::string &input = {})
{
    arguments.insert(arguments.begin(), "twinhelmctl");
    std::vector<const char *> argv;
    for (const auto &one : arguments)
        argv.push_back(one.c_str());
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream err;
    Ran ran;
    ran.code = ctl::runCtl(int(argv.size()), argv.data(), {in, out, err});
    ran.out = out.str();
    ran.err = err.str();
    return ran;
}

/// A folder of files that goes with the test.
class Folder
{
public:
    [[nodiscard]] std::string path(const std::string &name) const
    {
        return dir_.filePath(QString::fromStdString(name)).toStdString();
    }
    std::string write(const std::string &name, const std::string &text) const
    {
        std::ofstream(path(name), std::ios::binary) << text;
        return path(name);
    }
    [[nodiscard]] std::string read(const std::string &name) const
    {
        std::ifstream in(path(name), std::ios::binary);
        std::ostringstream bytes;
        bytes << in.rdbuf();
        return in ? bytes.str() : "(no file)";
    }

private:
    QTemporaryDir dir_;
};

} // namespace twinhelm::test
