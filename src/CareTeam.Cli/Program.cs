PipedOutput.Open();
return await CareTeamRoot.Run(args, new InvocationConfiguration());
