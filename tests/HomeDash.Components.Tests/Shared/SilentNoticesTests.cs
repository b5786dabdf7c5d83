using Bunit;
using HomeDash.Components.Shared;

namespace HomeDash.Components.Tests.Shared;

public sealed class SilentNoticesTests : HouseContext
{
    [Fact]
    public void Who_does_not_answer_is_named_once_with_the_reason_and_the_age_of_what_is_shown()
    {
        var notices = Render<SilentNotices>(parameters => parameters.Add(component => component.Reports,
        [
            new("seedbox", true), new("attic", false, "unreachable", "attic: nobody listens."), new("cellar", false, "timeout", "No answer.", 180),
        ]));

        Assert.Equal(
            ["attic does not answer, so what it tells is missing here. Nobody listens.", "cellar does not answer; what it said 3 minutes ago is shown. No answer."],
            notices.FindAll("[role=alert] span").Select(notice => string.Join(' ', notice.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
    }
}
