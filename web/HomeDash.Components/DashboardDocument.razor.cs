using HomeDash.Components.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Components;

/// <summary>The document around every page. Pages marked <see cref="ExcludeFromInteractiveRoutingAttribute"/> stay plain HTML and load no script.</summary>
public sealed partial class DashboardDocument
{
    [CascadingParameter]
    private HttpContext Request { get; set; } = null!;

    private bool Interactive => Request.AcceptsInteractiveRouting();

    private IComponentRenderMode? PageMode => Interactive ? RenderMode.InteractiveServer : null;

    /// <summary>What the visitor chose; null follows the system. Known here, before the first paint, so that no page flashes.</summary>
    private string? Theme => Request.Request.Cookies[ThemeSwitch.CookieName] is "light" or "dark" ? Request.Request.Cookies[ThemeSwitch.CookieName] : null;

    private string Asset(string path) => Assets[$"_content/HomeDash.Components/{path}"];
}
