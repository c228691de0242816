#include "agent/ctl/unified_diff.h"

#include <algorithm>
#include <vector>

#include "common/cluster/alignment.h"

namespace twinhelm::ctl
{

namespace
{

using cluster::Aligned;

constexpr std::size_t context = 3;

/// With their line ends.
std::vector<std::string> linesOf(std::string_view text)
{
    std::vector<std::string> out;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
        out.emplace_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return out;
}

/// Equal beginnings and ends are not worth aligning.
std::vector<Aligned> rowsOf(const std::vector<std::string> &left, const std::vector<std::string> &right)
{
    std::size_t head = 0;
    const auto shorter = std::min(left.size(), right.size());
    while (head < shorter && left[head] == right[head])
        ++head;
    std::size_t tail = 0;
    while (tail < shorter - head && left[left.size() - 1 - tail] == right[right.size() - 1 - tail])
        ++tail;
    const auto middle = [&](const std::vector<std::string> &lines) {
        return std::vector<std::string>(lines.begin() + static_cast<std::ptrdiff_t>(head),
                                        lines.end() - static_cast<std::ptrdiff_t>(tail));
    };
    std::vector<Aligned> rows;
    for (std::size_t i = 0; i < head; ++i)
        rows.push_back({i, i});
    for (auto row : cluster::align(middle(left), middle(right))) {
        row.left += row.left == Aligned::absent ? 0 : head;
        row.right += row.right == Aligned::absent ? 0 : head;
        rows.push_back(row);
    }
    for (auto i = tail; i > 0; --i)
        rows.push_back({left.size() - i, right.size() - i});
    return rows;
}

std::string rangeText(std::size_t begin, std::size_t count)
{
    return std::to_string(count == 0 ? begin : begin + 1) + (count == 1 ? "" : ',' + std::to_string(count));
}

std::string marked(char mark, const std::string &line)
{
    return mark + line + (line.ends_with('\n') ? "" : "\n\\ No newline at end of file\n");
}

} // namespace

std::string unifiedDiff(const std::string &name, std::string_view before, std::string_view after,
                        std::string_view shownBefore, std::string_view shownAfter)
{
    const auto rows = rowsOf(linesOf(before), linesOf(after));
    const auto left = linesOf(shownBefore);
    const auto right = linesOf(shownAfter);
    const auto changes = [&](std::size_t row) {
        return rows[row].left == Aligned::absent || rows[row].right == Aligned::absent;
    };
    std::string out;
    std::size_t leftAt = 0; // lines before the row at hand
    std::size_t rightAt = 0;
    for (std::size_t row = 0; row < rows.size();) {
        auto first = row;
        while (first < rows.size() && !changes(first))
            ++first;
        if (first == rows.size())
            break;
        const auto begin = std::max(row, first - std::min(first, context));
        auto end = first; // one past the last row of this hunk
        for (auto quiet = std::size_t{0}; end < rows.size() && quiet <= 2 * context; ++end)
            quiet = changes(end) ? 0 : quiet + 1;
        while (end > first && !changes(end - 1))
            --end;
        end = std::min(rows.size(), end + context);
        leftAt += begin - row;
        rightAt += begin - row;
        std::string body;
        std::string added; // removed lines come first
        std::size_t leftCount = 0;
        std::size_t rightCount = 0;
        for (row = begin; row < end; ++row) {
            const auto &one = rows[row];
            if (!changes(row)) {
                body += added + marked(' ', left[one.left]);
                added.clear();
            } else if (one.left != Aligned::absent) {
                body += marked('-', left[one.left]);
            } else {
                added += marked('+', right[one.right]);
            }
            leftCount += one.left == Aligned::absent ? 0 : 1;
            rightCount += one.right == Aligned::absent ? 0 : 1;
        }
        out += "@@ -" + rangeText(leftAt, leftCount) + " +" + rangeText(rightAt, rightCount) + " @@\n" + body + added;
        leftAt += leftCount;
        rightAt += rightCount;
    }
    return out.empty() ? out : "--- " + name + "\n+++ " + name + '\n' + out;
}

} // namespace twinhelm::ctl
