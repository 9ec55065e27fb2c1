/** Why files that were sent are refused. */
export const upload = {
  tooMany:
    'You can upload at most {most} files at once. Upload them in parts, or use the command “onrecord import”.',
  fileTooLarge: '“{name}” is too large. A file for one article can have at most {most} bytes.',
  tooLarge:
    'This is too large. At most {most} bytes can be uploaded at once: upload the files in parts, or use the command “onrecord import”.',
} as const;
