return await CareTeamRoot.Run(args, new InvocationConfiguration());
