// Must not compile: the agent's targets give nobody Qt.
#include <QString>

int main()
{
    return QString().size();
}
