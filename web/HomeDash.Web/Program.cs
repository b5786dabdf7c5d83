using HomeDash.Web.Commands;

return await HomeDashCommand.RunAsync(args);
