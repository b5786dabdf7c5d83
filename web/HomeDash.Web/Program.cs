using HomeDash.Web.Commands;

return await HomeDashCommand.Create().Parse(args).InvokeAsync();
